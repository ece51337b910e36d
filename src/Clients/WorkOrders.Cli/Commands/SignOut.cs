using System.CommandLine;
using WorkOrders.Cli.Identity;

namespace WorkOrders.Cli.Commands;

/// <summary>`ao sign-out`: forgets an identity and its secret.</summary>
internal static class SignOut
{
    public static Command Command()
    {
        var all = new Option<bool>("--all") { Description = "Forget every identity." };
        return new Command("sign-out", "Forget the identity (--as, or the current one) and its secret.") { all }.Does((session, _) =>
        {
            var book = ProfileStore.Load();
            var name = session.Get(Globals.As) ?? book.Current;
            if (session.Get(all))
                book.Profiles.Clear();
            else if (name is null || !book.Profiles.Remove(name))
                throw new UsageException(
                    session.Words["Ingen sådan är inloggad.", "Nobody of that name is signed in."], ExitCode.NotSignedIn);

            var current = book.Current is { } kept && book.Profiles.ContainsKey(kept) ? kept : book.Profiles.Keys.FirstOrDefault();
            ProfileStore.Save(book with { Current = current });
            if (!session.Screen.Json)
                Console.WriteLine(current is null ? session.Words["Utloggad.", "Signed out."] : session.Words[$"Utloggad. Nu: {current}", $"Signed out. Now: {current}"]);
            return Task.CompletedTask;
        });
    }
}
