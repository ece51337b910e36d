using System.CommandLine;
using WorkOrders.Cli.Identity;
using WorkOrders.Cli.Output;
using WorkOrders.V1;

namespace WorkOrders.Cli.Commands;

/// <summary>`ao whoami`: asks the server who it takes us for.</summary>
internal static class WhoAmI
{
    public static Command Command() => new Command("whoami", "Show who you are to the server, and the other identities.").Does(async (session, cancellationToken) =>
    {
        var answer = await session.Client.Accounts.GetMyAccountAsync(new GetMyAccountRequest(), cancellationToken: cancellationToken);
        var book = ProfileStore.Load();
        var name = session.Get(Globals.As) ?? book.Current!;
        Write(answer, name, book.Profiles[name], session.Screen);
        var others = book.Profiles.Keys.Where(other => other != name).ToList();
        if (others.Count > 0 && !session.Screen.Json)
            Console.WriteLine(session.Words["Även inloggade: ", "Also signed in: "] + string.Join(", ", others));
    });

    public static void Write(GetMyAccountResponse answer, string name, Profile profile, Screen screen)
    {
        if (screen.Json)
        {
            Screen.Document(answer);
            return;
        }

        var account = answer.Account;
        var contractor = account.Contractor is { } company ? $", {company.Name} {company.Id}" : "";
        Console.WriteLine(Screen.Plain($"{account.DisplayName} ({Vocabulary.Role.Of(account.Role, screen.Words)}{contractor}) · {profile.Address} · --as {name}"));
    }
}
