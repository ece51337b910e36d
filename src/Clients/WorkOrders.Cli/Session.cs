using System.CommandLine;
using WorkOrders.Cli.Commands;
using WorkOrders.Cli.Identity;
using WorkOrders.Cli.Output;
using WorkOrders.Client;

namespace WorkOrders.Cli;

/// <summary>One run of one command: who acts, on which server, and where it writes.</summary>
internal sealed class Session(ParseResult line, Screen screen) : IDisposable
{
    private WorkOrdersClient? _client;

    public ParseResult Line => line;

    public Screen Screen => screen;

    public Words Words => screen.Words;

    /// <summary>The server, as the chosen identity; connects when it is first used.</summary>
    public WorkOrdersClient Client => _client ??= Connect(Identity());

    public T? Get<T>(Option<T> option) => line.GetValue(option);

    public T Get<T>(Argument<T> argument) => line.GetRequiredValue(argument);

    public WorkOrdersClient Connect(Profile profile) => new(new WorkOrdersClientOptions
    {
        Address = new Uri(profile.Address),
        ClientId = profile.ClientId,
        ClientSecret = profile.ClientSecret,
        RetryBudget = TimeSpan.FromSeconds(line.GetValue(Globals.RetryFor)),
    });

    public void Dispose() => _client?.Dispose();

    private Profile Identity()
    {
        var book = ProfileStore.Load();
        var name = line.GetValue(Globals.As) ?? book.Current;
        if (name is not null && book.Profiles.TryGetValue(name, out var profile))
            return profile;
        throw new UsageException(
            name is null
                ? Words["Ingen är inloggad. Logga in med: ao sign-in --client-id …", "Nobody is signed in. Sign in with: ao sign-in --client-id …"]
                : Words[$"Ingen är inloggad som '{name}'. Inloggade: {Names(book)}.", $"Nobody is signed in as '{name}'. Signed in: {Names(book)}."],
            ExitCode.NotSignedIn);
    }

    private string Names(ProfileBook book) => book.Profiles.Count == 0 ? Words["ingen", "nobody"] : string.Join(", ", book.Profiles.Keys);
}
