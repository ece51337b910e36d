using Microsoft.Extensions.Logging;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Client.Tests;

/// <summary>A real server with the guide's three orders, and the library's clients of it.</summary>
internal sealed class Site : IAsyncDisposable
{
    /// <summary>The revision of the guide's last event: three orders placed, one of them bundled.</summary>
    public const long Seeded = 4;

    private readonly List<IDisposable> _opened = [];

    private Site(TestServer server) => Server = server;

    public TestServer Server { get; }

    /// <summary>What the library has logged.</summary>
    public Heard Log { get; } = new();

    /// <summary>Long enough for a slow machine; a test that needs it has failed.</summary>
    public CancellationToken Patience { get; } = new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    public static async Task<Site> OpenAsync(TestServerOptions? options = null) =>
        new(await TestServer.StartAsync((options ?? new TestServerOptions()) with { GuideOrders = true }));

    public WorkOrdersClient As(
        string clientId, Uri? address = null, string? secret = null, TimeProvider? clock = null, TimeSpan? retryBudget = null, TimeSpan? attempt = null)
    {
        var client = new WorkOrdersClient(new WorkOrdersClientOptions
        {
            Address = address ?? Server.Grpc,
            ClientId = clientId,
            ClientSecret = secret ?? clientId + "-demo-secret",
            TimeProvider = clock ?? TimeProvider.System,
            RetryBudget = retryBudget ?? TimeSpan.FromSeconds(45),
            AttemptTimeout = attempt ?? TimeSpan.FromSeconds(10),
            LoggerFactory = LoggerFactory.Create(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Debug)),
        });
        _opened.Add(client);
        return client;
    }

    public Wire Wire()
    {
        var wire = new Wire(Server.Grpc.Port);
        _opened.Add(wire);
        return wire;
    }

    public async Task<IReadOnlyList<string>> LogOfAsync(long number)
    {
        var orders = new WorkOrderService.WorkOrderServiceClient(Server.As("elsa"));
        var log = await orders.ListWorkOrderLogAsync(new ListWorkOrderLogRequest { Number = number }, cancellationToken: Patience);
        return [.. log.Entries.Select(entry => entry.Name)];
    }

    public async ValueTask DisposeAsync()
    {
        _opened.ForEach(client => client.Dispose());
        await Server.DisposeAsync();
    }
}
