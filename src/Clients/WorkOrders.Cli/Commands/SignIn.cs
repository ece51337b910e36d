using System.CommandLine;
using Spectre.Console;
using WorkOrders.Cli.Identity;
using WorkOrders.Cli.Output;
using WorkOrders.V1;
using Profile = WorkOrders.Cli.Identity.Profile;

namespace WorkOrders.Cli.Commands;

/// <summary>`ao sign-in`: proves the credentials to the server, then keeps them.</summary>
internal static class SignIn
{
    private const string SecretVariable = "AO_CLIENT_SECRET";

    public static Command Command()
    {
        var address = Inputs.Address();
        var clientId = new Option<string>("--client-id")
        {
            Description = "Who you are, such as testfirma; the landlord hands it out.",
            Required = true,
        };
        var secret = new Option<string?>("--client-secret")
        {
            Description = $"Its secret. Better left out, as others can read a command line: then {SecretVariable} is taken, or it is asked for.",
        };

        return new Command("sign-in", "Sign in as a contractor's system or a person, and remember it. Name it with --as to use several.")
        {
            address, clientId, secret,
        }.Does(async (session, cancellationToken) =>
        {
            var profile = new Profile(
                session.Get(address)!, session.Get(clientId)!, session.Get(secret) ?? await AskAsync(session, cancellationToken));
            var name = session.Get(Globals.As) ?? profile.ClientId;
            using var client = session.Connect(profile);
            var answer = await client.Accounts.GetMyAccountAsync(new GetMyAccountRequest(), cancellationToken: cancellationToken);

            var book = ProfileStore.Load();
            book.Profiles[name] = profile;
            ProfileStore.Save(book with { Current = name });
            WhoAmI.Write(answer, name, profile, session.Screen);
        });
    }

    private static async Task<string> AskAsync(Session session, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(SecretVariable) is { Length: > 0 } fromEnvironment)
            return fromEnvironment;
        if (!Console.IsInputRedirected)
            return await session.Screen.Error.PromptAsync(
                new TextPrompt<string>(session.Words["Hemlighet:", "Secret:"]).Secret(), cancellationToken);
        return await Console.In.ReadLineAsync(cancellationToken) is { Length: > 0 } line ? line
            : throw new UsageException($"No secret: give --client-secret, set {SecretVariable}, or write it to standard input.");
    }
}
