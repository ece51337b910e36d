using System.Diagnostics;
using WorkOrders.Testing;

namespace WorkOrders.Cli.Tests;

/// <summary>A terminal with a home of its own, in which the real `ao` is run as a process against a real server.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private readonly TempFolder _home = new();

    private Terminal(TestServer server) => Server = server;

    public TestServer Server { get; }

    private static string Program { get; } = Repository.Built("src/Clients/WorkOrders.Cli", "ao.dll");

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
        // A shell that runs the tests in the background ignores Ctrl-C, and its children would too.
        return Run(environment, "env", ["--default-signal=INT", "dotnet", Program, .. arguments]);
    }

    /// <summary>Runs it as a person does, who sees colours: on a pseudo-terminal.</summary>
    public async Task<Result> OnScreenAsync(Dictionary<string, string> environment, string line)
    {
        var terminal = new Dictionary<string, string>(environment) { ["TERM"] = "xterm-256color" };
        using var running = Run(terminal, "script", ["--quiet", "--return", "--command", $"dotnet {Program} {line}", "/dev/null"]);
        return await running.EndAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _home.Dispose();
    }

    private Running Run(Dictionary<string, string> environment, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
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
}
