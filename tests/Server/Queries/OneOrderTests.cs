using Grpc.Core;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Lifecycle.Scene;

namespace WorkOrders.Server.Tests.Queries;

public sealed class OneOrderTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task An_order_tells_the_revision_that_it_shows()
    {
        var number = (await scene.OrderedAsync()).Number;
        var accepted = await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = NewId(), Number = number });
        var read = await scene.Firm.GetWorkOrderAsync(new() { Number = number });
        Assert.Equal(accepted.WorkOrder, read.WorkOrder);
        Assert.InRange(read.Revision, accepted.Revision, scene.Head);
        Assert.Equal((await scene.Firm.ListWorkOrdersAsync(new() { PageSize = 1 })).LogId, read.LogId);
    }

    [Fact]
    public async Task An_order_is_never_older_than_the_revision_that_comes_with_it()
    {
        var number = (await scene.AcceptedAsync()).Number;
        var writing = Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
            (await scene.Firm.AddNoteAsync(new() { RequestId = NewId(), Number = number, Text = $"Nr {i}" })).Revision));
        List<GetWorkOrderResponse> read = [];
        do read.Add(await scene.Firm.GetWorkOrderAsync(new() { Number = number }));
        while (!writing.IsCompleted);
        await writing;

        var events = await scene.EventsOfAsync(number);
        Assert.All(read, r => Assert.Equal(events.Last(e => e.Revision <= r.Revision).OrderVersion, r.WorkOrder.Version));
    }

    [Fact]
    public async Task Whoever_sees_an_order_reads_it_with_what_may_be_done()
    {
        var order = await scene.OrderedAsync();
        var read = (await scene.Firm.GetWorkOrderAsync(new() { Number = order.Number })).WorkOrder;
        Assert.Equal(("Test Testsson", order.Etag), (read.Tenant.Name, read.Etag));
        Assert.Contains(WorkOrderCommand.Accept, read.AllowedCommands);
        Assert.DoesNotContain(WorkOrderCommand.Cancel, read.AllowedCommands);
    }

    [Fact]
    public async Task A_hidden_order_is_answered_as_one_that_does_not_exist()
    {
        var rivals = (await scene.Elsa.RegisterWorkOrderAsync(GuideOrder(RivalId))).WorkOrder.Number;
        var hidden = await Refusal.OfAsync(scene.Firm.GetWorkOrderAsync(new() { Number = rivals }));
        var hiddenLog = await Refusal.OfAsync(scene.Firm.ListWorkOrderLogAsync(new() { Number = rivals }));
        var hiddenInvoice = await Refusal.OfAsync(scene.Firm.LookUpInvoiceReferenceAsync(new() { Reference = $"AO{rivals}" }));

        hidden.Is(StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");
        hiddenLog.Is(StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");
        hiddenInvoice.Is(StatusCode.NotFound, "INVOICE_REFERENCE_NOT_FOUND");

        // the same number in a log that has never had it
        await using var other = await StartAsync();
        Assert.Equal((await Refusal.OfAsync(other.Firm.GetWorkOrderAsync(new() { Number = rivals }))).Bytes, hidden.Bytes);
        Assert.Equal((await Refusal.OfAsync(other.Firm.ListWorkOrderLogAsync(new() { Number = rivals }))).Bytes, hiddenLog.Bytes);
        Assert.Equal((await Refusal.OfAsync(other.Firm.LookUpInvoiceReferenceAsync(new() { Reference = $"AO{rivals}" }))).Bytes, hiddenInvoice.Bytes);
    }

    [Theory]
    [InlineData("AO {0}")]
    [InlineData("AO-{0}")]
    [InlineData("ao{0}")]
    [InlineData("AO0{0}")]
    [InlineData("{0}")]
    [InlineData("AO{0} ")]
    [InlineData("")]
    public async Task An_invoice_reference_is_AO_and_the_number_and_nothing_else(string form)
    {
        var number = (await scene.OrderedAsync()).Number;
        Assert.Equal(number, (await scene.Firm.LookUpInvoiceReferenceAsync(new() { Reference = $"AO{number}" })).WorkOrder.Number);
        var reference = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, number);
        (await Refusal.OfAsync(scene.Firm.LookUpInvoiceReferenceAsync(new() { Reference = reference }))).Is(
            StatusCode.NotFound, "INVOICE_REFERENCE_NOT_FOUND");
    }

    [Fact]
    public async Task The_log_is_read_newest_first_and_page_by_page()
    {
        var number = (await scene.AcceptedAsync()).Number;
        for (var i = 1; i <= 5; i++) await scene.Firm.AddNoteAsync(new() { RequestId = NewId(), Number = number, Text = $"Nr {i}" });

        List<LogEntry> entries = [];
        var page = new ListWorkOrderLogResponse();
        do
        {
            page = await scene.Firm.ListWorkOrderLogAsync(new() { Number = number, PageSize = 3, PageToken = page.NextPageToken });
            entries.AddRange(page.Entries);
        }
        while (page.NextPageToken.Length > 0);

        Assert.Equal(["Nr 5", "Nr 4", "Nr 3", "Nr 2", "Nr 1", "Accepterad", ""], entries.Select(e => e.Text));
    }

    [Fact]
    public async Task A_contractor_reads_of_the_log_what_has_happened_since_the_order_came_to_it()
    {
        var number = (await scene.AcceptedAsync()).Number;
        await scene.Firm.AddNoteAsync(new() { RequestId = NewId(), Number = number, Text = "Första gången" });
        await ReassignAsync(number, RivalId);
        await scene.Rival.AddNoteAsync(new() { RequestId = NewId(), Number = number, Text = "Hos konkurrenten" });
        Assert.Equal(["Hos konkurrenten", "Söderorts Rörjour AB Hinner inte"], await TextsAsync(scene.Rival, number));

        await ReassignAsync(number, FirmId);
        Assert.Equal(["Testfirma AB Hinner inte"], await TextsAsync(scene.Firm, number));
        Assert.Equal(6, (await TextsAsync(scene.Elsa, number)).Count);
    }

    [Fact]
    public async Task The_phrases_come_in_the_guides_order()
    {
        var phrases = (await scene.Firm.ListPhrasesAsync(new())).Phrases;
        Assert.Equal(("Entreprenör är beställd", true), (phrases[0].Text, phrases[0].TenantVisible));
        Assert.Equal(("Husdjur lös i lägenheten, går inte in", 10), (phrases[9].Text, phrases.Count));
    }

    private async Task ReassignAsync(long number, string contractor) => await scene.Dispatch.ReassignWorkOrderAsync(
        new() { RequestId = NewId(), Number = number, ContractorId = contractor, Reason = "Hinner inte" });

    private static async Task<IReadOnlyList<string>> TextsAsync(WorkOrderService.WorkOrderServiceClient client, long number) =>
        [.. (await client.ListWorkOrderLogAsync(new() { Number = number })).Entries.Select(e => e.Text)];
}
