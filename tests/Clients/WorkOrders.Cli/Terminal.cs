using System.Diagnostics;
using WorkOrders.Testing;

namespace WorkOrders.Cli.Tests;

/// <summary>A terminal with a home of its own, in which the real `ao` is run as a process against a real server.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private readonly TempFolder _home = new();

    private Terminal(TestServer server) => Server = server;

    public TestServer Server { get; }

    public string Home => _home.Path;

    public string Address => Server.Grpc.ToString();

    /// <summary>Long enough for a slow machine; a test that needs it has failed.</summary>
    public CancellationToken Patience { get; } = new CancellationTokenSource(TimeSpan.FromSeconds(90)).Token;

    /// <summary>A server with the guide's orders, on which testfirma and then elsa have signed in.</summary>
    public static async Task<Terminal> OpenAsync(bool signedIn = true)
    {
        var terminal = new Terminal(await TestServer.StartAsync(new TestServerOptions { GuideOrders = true }));
        if (signedIn)
        {
            foreach (var name in new[] { "elsa", "testfirma" })
                Assert.Equal(
                    0,
                    (await terminal.AoAsync("sign-in", "--address", terminal.Address, "--client-id", name, "--client-secret", name + "-demo-secret")).ExitCode);
        }

        return terminal;
    }

    /// <summary>Runs it to its end.</summary>
    public async Task<Result> AoAsync(params string[] arguments)
    {
        using var running = Start(arguments);
        return await running.EndAsync(Patience);
    }

    public Running Start(params string[] arguments) => StartWith([], arguments);

    public Running StartWith(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Built("src/Clients/WorkOrders.Cli", "ao.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Home,
        };
        start.Environment["AO_CONFIG"] = Path.Combine(Home, "ao");
        foreach (var name in new[] { "NO_COLOR", "AO_LANG", "AO_ADDRESS", "AO_CLIENT_SECRET" })
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new Running(Process.Start(start)!);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _home.Dispose();
    }
}
