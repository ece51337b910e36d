using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server;

namespace WorkOrders.Testing;

/// <summary>
/// The whole server in the test's process: Kestrel on free ports of loopback, a SQLite file in a folder of its own.
/// <code>
/// await using var server = await TestServer.StartAsync();
/// var orders = new WorkOrderService.WorkOrderServiceClient(server.As("testfirma"));
/// </code>
/// </summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestServerOptions _options;
    private WebApplication _app = null!;

    private TestServer(TestServerOptions options) => _options = options;

    /// <summary>Starts a server and returns when it is ready.</summary>
    public static async Task<TestServer> StartAsync(TestServerOptions? options = null)
    {
        var server = new TestServer(options ?? new());
        try
        {
            if (server._options.MayBePrepared) await PreparedFile.CopyToAsync(server.Folder);
            await server.StartAsync(0, 0);
            server.Callers = new Callers(server.Grpc, server._options.Clock);
            return server;
        }
        catch
        {
            server._folder.Dispose();
            throw;
        }
    }

    /// <summary>Pages, hub, gRPC-Web, <c>/connect/token</c>: <c>http://127.0.0.1:…</c>. The same after a restart.</summary>
    public Uri Http { get; private set; } = null!;

    /// <summary>gRPC over HTTP/2. The same after a restart.</summary>
    public Uri Grpc { get; private set; } = null!;

    /// <summary>Where the database and the keys are.</summary>
    public string Folder => _folder.Path;

    /// <summary>The server's own objects, of the present run.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>What the server has logged, of all its runs.</summary>
    public ServerLog Log { get; } = new();

    /// <summary>Everybody who calls over gRPC.</summary>
    public Callers Callers { get; private set; } = null!;

    /// <inheritdoc cref="Callers.As"/>
    public CallInvoker As(string clientId) => Callers.As(clientId);

    /// <inheritdoc cref="Callers.Anonymous"/>
    public CallInvoker Anonymous => Callers.Anonymous;

    /// <summary>Pages without a browser, as nobody; from another address of loopback at wish.</summary>
    public PageSession OpenPages(IPAddress? from = null) => new(Http, from);

    /// <summary>
    /// Pages without a browser, as one of the demonstration's people: <c>1999/99999</c>, <c>elsa</c>, <c>dispatch</c>,
    /// <c>wall</c>, <c>1999/10001</c>.
    /// </summary>
    public async Task<PageSession> SignInAsync(string person)
    {
        var session = OpenPages();
        using var answer = await session.SignInAsync(person, People.PasswordOf(person));
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"{person} could not sign in: {answer.StatusCode}");
        return session;
    }

    /// <summary>Asks the server to stop, as SIGTERM does, and returns when it has.</summary>
    public async Task StopAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Starts again on the same file and the same ports, after <see cref="StopAsync"/>.</summary>
    public async Task StartAgainAsync()
    {
        await StartAsync(Http.Port, Grpc.Port);
        await Callers.ComeBackAsync();
    }

    /// <summary>Stops in good order and starts again on the same file and the same ports.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAgainAsync();
    }

    /// <summary>Lets days pass while the server is down, by a clock that the test moves: awake, it would live through every second of them.</summary>
    public async Task SleepAsync(TimeSpan time)
    {
        await StopAsync();
        ((FakeTimeProvider)_options.Clock).Advance(time);
        await StartAgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Callers.Dispose();
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private async Task StartAsync(int httpPort, int grpcPort)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            ContentRootPath = Folder,
            EnvironmentName = "Testing",
        });
        builder.Configuration.AddInMemoryCollection(_options.SettingsFor(Folder, httpPort, grpcPort));
        builder.Logging.ClearProviders().AddProvider(Log);
        // a password is slow to compare so that nobody tries many; a run of the tests compares a thousand
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1);
        builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true);
        _app = Program.Build(builder, _options.Clock);
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        (Http, Grpc) = (new(addresses[0]), new(addresses[1]));
    }
}
