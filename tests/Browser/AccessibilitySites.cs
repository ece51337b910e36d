using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Browser.Tests;

/// <summary>A server with next to nothing in it, and one with much, for all cases.</summary>
public sealed class AccessibilitySites : IAsyncLifetime
{
    /// <summary>The only order of the empty site: no more in it than must be.</summary>
    public const long BareOrder = 1;

    /// <summary>The order of the full site on which everything has happened.</summary>
    public const long FullOrder = 2376;

    /// <summary>Stands for the link to the site's order, which is another one each time.</summary>
    public const string TenantLink = "/t/link";

    private const string Ugly = "<b>Fett</b> {{mall}} مرحبا 🛠️ åäö " + "Ordutanmellanslagochutanslut" + "Ordutanmellanslagochutanslut" + "Ordutanmellanslagochutanslut";

    private static readonly Dictionary<string, string> Unhurried = new()
    {
        ["Limits:PersonReadsPerMinute"] = "100000", ["Limits:PersonReadBurst"] = "10000", ["Limits:StreamsPerSession"] = "1000", ["Feed:BookmarkSeconds"] = "1",
        ["Accounts:FailedSignInsPerMinute"] = "1000", ["Accounts:FailedSignInBurst"] = "1000",
    };

    private TestServer _empty = null!;
    private TestServer _full = null!;
    private string _emptyLink = "";
    private string _fullLink = "";

    public TestServer Of(PageState state) => state is PageState.Empty ? _empty : _full;

    /// <summary>A tenant's link to the order of the site.</summary>
    public string LinkOf(PageState state) => state is PageState.Empty ? _emptyLink : _fullLink;

    public async Task InitializeAsync()
    {
        _empty = await TestServer.StartAsync(new() { Settings = Unhurried });
        await new WorkOrderService.WorkOrderServiceClient(_empty.As("elsa")).RegisterWorkOrderAsync(new()
        {
            RequestId = $"{Guid.NewGuid()}",
            Type = WorkOrderType.Fault,
            PropertyObject = new() { Number = "1", Address = new() { Street = "Gatan 1" } },
            Subject = new() { Phrase = "Fel" },
            PlaceWithContractorId = "1999/99999",
        });

        _full = await TestServer.StartAsync(new() { GuideOrders = true, GeneratedOrders = 200, Settings = Unhurried });
        var orders = new Orders(_full.Callers);
        await orders.AcceptAsync(FullOrder);
        await orders.NoteAsync(FullOrder, Ugly + new string('x', 3_000));
        await orders.AskAsync(FullOrder, "Ska blandaren bytas?");
        await orders.AnswerAsync(FullOrder, 1, "Ja byt blandaren");
        await orders.AskAsync(FullOrder, Ugly);
        await orders.VisitInVainAsync(FullOrder, Ugly);
        await orders.PauseAsync(FullOrder, Ugly);
        (_emptyLink, _fullLink) = (await LinkAsync(_empty, BareOrder), await LinkAsync(_full, FullOrder));
        var pairing = new PairingService.PairingServiceClient(_full.As("dispatch"));
        using var screen = await Screen.AskingAsync(_full);
        await pairing.ApprovePairingAsync(new() { UserCode = screen.Code, Name = Ugly[..60] });
        if (await screen.PollAsync() is { } error) throw new InvalidOperationException(error);
    }

    public async Task DisposeAsync()
    {
        await _empty.DisposeAsync();
        await _full.DisposeAsync();
    }

    private static async Task<string> LinkAsync(TestServer server, long number) => (await new TenantService.TenantServiceClient(server.As("elsa"))
        .CreateTenantLinkAsync(new() { RequestId = $"{Guid.NewGuid()}", Number = number })).Link;
}
