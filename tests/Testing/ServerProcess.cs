using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace WorkOrders.Testing;

/// <summary>
/// The server as a process of its own, which can be killed and started again on the same file and the same ports.
/// <code>
/// await using var server = await ServerProcess.StartAsync();
/// await server.KillAsync();        // as kill -9 does
/// await server.StartAgainAsync();
/// </code>
/// </summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly string Program = Repository.Built("src/Server/WorkOrders.Server", "WorkOrders.Server.dll");

    private readonly TempFolder _folder = new();
    private readonly TestServerOptions _options;
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    private ServerProcess(TestServerOptions options) => _options = options;

    /// <summary>Starts a server and returns when it is ready. The clock of the options is not for another process.</summary>
    public static async Task<ServerProcess> StartAsync(TestServerOptions? options = null)
    {
        var server = new ServerProcess(options ?? new());
        try
        {
            await server.StartAsync(0, 0);
            server.Callers = new Callers(server.Grpc, TimeProvider.System);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Starts a server that is not going to be ready, and tells how it ended. Settings as on the command line:
    /// <c>--Limits:Connections=5</c>.
    /// </summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(Command(folder, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
        return (process.ExitCode, await output + await errors);
    }

    /// <inheritdoc cref="TestServer.Http"/>
    public Uri Http { get; private set; } = null!;

    /// <inheritdoc cref="TestServer.Grpc"/>
    public Uri Grpc { get; private set; } = null!;

    /// <inheritdoc cref="TestServer.Folder"/>
    public string Folder => _folder.Path;

    /// <inheritdoc cref="TestServer.Callers"/>
    public Callers Callers { get; private set; } = null!;

    /// <summary>Of the present run; for signals.</summary>
    public int ProcessId => _process!.Id;

    /// <summary>What it has written to stdout and stderr, in all its runs.</summary>
    public string Output => string.Join(Environment.NewLine, _output);

    /// <inheritdoc cref="Callers.As"/>
    public Grpc.Core.CallInvoker As(string clientId) => Callers.As(clientId);

    /// <summary>Kills it as <c>kill -9</c> does: it has no time for anything.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as a service manager does, and tells its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{ProcessId}"]))
            await kill.WaitForExitAsync();
        await _process!.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Starts again on the same file and the same ports. Returns when it is ready.</summary>
    public Task StartAgainAsync() => StartAsync(Http.Port, Grpc.Port);

    public async ValueTask DisposeAsync()
    {
        Callers?.Dispose();
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        _folder.Dispose();
    }

    private async Task StartAsync(int httpPort, int grpcPort)
    {
        _process?.Dispose();
        var settings = _options.SettingsFor(Folder, httpPort, grpcPort).Select(s => $"--{s.Key}={s.Value}");
        var process = _process = Process.Start(Command(Folder, settings))!;
        var listening = new TaskCompletionSource<(Uri Http, Uri Grpc)>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Take(line.Data, listening);
        process.ErrorDataReceived += (_, line) => Take(line.Data, listening);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(listening.Task, process.WaitForExitAsync()) != listening.Task)
            throw new InvalidOperationException($"The server ended with {process.ExitCode}:{Environment.NewLine}{Output}");
        (Http, Grpc) = await listening.Task;
    }

    private static ProcessStartInfo Command(string folder, IEnumerable<string> arguments) =>
        new("dotnet", [Program, $"--Data:Folder={folder}", .. arguments])
    {
        // where its settings are
        WorkingDirectory = Path.GetDirectoryName(Program),
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private void Take(string? line, TaskCompletionSource<(Uri Http, Uri Grpc)> listening)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (Ready().Match(line) is { Success: true } match)
            listening.TrySetResult((new(match.Groups["http"].Value), new(match.Groups["grpc"].Value)));
    }

    [GeneratedRegex(@"Ready: (?<http>http://[\w.:\[\]]+) .*gRPC (?<grpc>http://[\w.:\[\]]+)")]
    private static partial Regex Ready();
}
