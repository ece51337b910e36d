using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkOrders.Server.Store;
using WorkOrders.Testing;
using WorkOrders.V1;
using Client = WorkOrders.V1.WorkOrderService.WorkOrderServiceClient;

namespace WorkOrders.Server.Tests.Lifecycle;

/// <summary>A server with two contractors and the landlord's people at the telephone. Orders get their states by commands.</summary>
public sealed class Scene : IAsyncLifetime, IAsyncDisposable
{
    public const string FirmId = "1999/99999";
    public const string RivalId = "1999/10001";

    public TestServer Server { get; private set; } = null!;
    public TestServerOptions Options { get; init; } = new() { Settings = { ["Limits:MachineBurst"] = "100000" } };

    /// <summary>Testfirma AB.</summary>
    public Client Firm => new(Server.As("testfirma"));
    /// <summary>Söderorts Rörjour AB.</summary>
    public Client Rival => new(Server.As("rorjouren"));
    /// <summary>The orderer.</summary>
    public Client Elsa => new(Server.As("elsa"));
    public Client Dispatch => new(Server.As("dispatch"));

    /// <summary>The newest revision.</summary>
    public long Head => Server.Services.GetRequiredService<CommittedLog>().Head;

    public static string NewId() => Guid.NewGuid().ToString();

    public static async Task<Scene> StartAsync(TestServerOptions? options = null)
    {
        var scene = options is null ? new Scene() : new Scene { Options = options };
        await scene.InitializeAsync();
        return scene;
    }

    public async Task InitializeAsync()
    {
        Server = await TestServer.StartAsync(Options);
        await using var context = OpenFile();
        foreach (var (id, name) in new[] { (FirmId, "Testfirma AB"), (RivalId, "Söderorts Rörjour AB") })
        {
            if (await context.Contractors.FindAsync(id) is null) context.Add(new ContractorRow { Id = id, Name = name });
        }
        await context.SaveChangesAsync();
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync() => await Server.DisposeAsync();

    internal WorkOrdersContext OpenFile() => Server.Services.GetRequiredService<IDbContextFactory<WorkOrdersContext>>().CreateDbContext();

    /// <summary>The guide's order, without anybody to do it.</summary>
    public static RegisterWorkOrderRequest GuideOrder(string? contractor = FirmId, string? objectNumber = null) => new()
    {
        RequestId = NewId(),
        Type = WorkOrderType.Fault,
        PropertyObject = new()
        {
            Number = objectNumber ?? $"{Random.Shared.NextInt64(10_000_000, 99_999_999)}",
            Kind = "3 rum och kök",
            Floors = 2,
            Address = new() { Street = "Torögatan 51", PostalCode = "12265", Town = "Enskede" },
            District = "Farsta SDF",
        },
        Tenant = new() { Name = "Test Testsson", HomePhone = "0799999999", MobilePhone = "0788888888", PreferredPhone = PreferredPhone.Home, MovedInOn = "2009-08-27" },
        Access = new() { Comment = "testar" },
        Subject = new()
        {
            Space = "Kök",
            SpaceCode = "076506",
            Unit = "Diskbänk",
            InstalledOn = "2010-09-16",
            MaintainedOn = "2010-09-16",
            Phrase = "Blandare dåligt tryck",
            Description = "Kommer inget vatten",
        },
        PlaceWithContractorId = contractor ?? "",
    };

    /// <summary>An order that waits for Testfirma, on an object of its own.</summary>
    public async Task<WorkOrder> OrderedAsync(string? objectNumber = null) =>
        (await Elsa.RegisterWorkOrderAsync(GuideOrder(objectNumber: objectNumber))).WorkOrder;

    public async Task<WorkOrder> AcceptedAsync() =>
        (await Firm.AcceptWorkOrderAsync(new() { RequestId = NewId(), Number = (await OrderedAsync()).Number })).WorkOrder;

    public async Task<WorkOrder> CompletedAsync() => (await Firm.CompleteWorkOrderAsync(
        new() { RequestId = NewId(), Number = (await AcceptedAsync()).Number, ActionPerformed = "Bytt blandare" })).WorkOrder;

    /// <summary>What the log holds of an order, oldest first.</summary>
    public async Task<IReadOnlyList<WorkOrderEvent>> EventsOfAsync(long number)
    {
        await using var context = OpenFile();
        var rows = await context.Events.Where(e => e.Number == number).OrderBy(e => e.Revision).ThenBy(e => e.Index).ToListAsync();
        return [.. rows.Select(r => WorkOrderEvent.Parser.ParseFrom(r.Payload))];
    }

    /// <summary>All that lies in the log, as bytes, to look for what must not be there.</summary>
    internal async Task<IReadOnlyList<EventRow>> LogAsync()
    {
        await using var context = OpenFile();
        return await context.Events.OrderBy(e => e.Revision).ThenBy(e => e.Index).ToListAsync();
    }

    public static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(ByteString.CopyFromUtf8(text).Span) >= 0;
}
