using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Lifecycle;

public sealed class GuideTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task The_guides_scenario_leaves_the_guides_five_log_rows()
    {
        var number = (await scene.OrderedAsync()).Number;
        await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number });
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Phrase = "Tid är bokad med kund" });
        await scene.Firm.AskQuestionAsync(new() { RequestId = Scene.NewId(), Number = number, Text = "Ska blandaren bytas?" });
        await scene.Elsa.AnswerQuestionAsync(new() { RequestId = Scene.NewId(), Number = number, QuestionId = 1, Text = "Ja byt blandaren" });

        var rows = (await scene.EventsOfAsync(number)).Reverse().Select(e => (e.LogEntry.Type, e.LogEntry.Name, e.LogEntry.Text));
        Assert.Equal(
        [
            ("Beställningssvar", "Beställningssvar", "Ja byt blandaren"),
            ("AO Information", "Beställningsfråga", "Beställningsfråga Ska blandaren bytas?"),
            ("AO Information", "AO Information", "Tid är bokad med kund"),
            ("AO Information", "AO Accepterad", "Accepterad"),
            ("AO Information", "AO Registrerad och Beställd", ""),
        ], rows);
    }

    [Fact]
    public async Task From_placed_to_invoiced_every_answer_carries_the_order_as_it_is_then()
    {
        var placed = await scene.Elsa.RegisterWorkOrderAsync(Scene.GuideOrder());
        var number = placed.WorkOrder.Number;
        Assert.Equal((WorkOrderStatus.Ordered, "Testfirma AB", $"AO{number}"),
            (placed.WorkOrder.Status, placed.WorkOrder.Contractor.Name, placed.WorkOrder.Invoice.Reference));
        Assert.Equal("Elsa Österberg", placed.WorkOrder.Orderer.Name);

        var accepted = await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, Etag = placed.WorkOrder.Etag });
        Assert.Equal((WorkOrderStatus.Accepted, 2), (accepted.WorkOrder.Status, accepted.WorkOrder.Version));
        Assert.Equal("0799999999", accepted.WorkOrder.Tenant.HomePhone);
        Assert.Contains(WorkOrderCommand.Complete, accepted.WorkOrder.AllowedCommands);

        var done = await scene.Firm.CompleteWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, ActionPerformed = "Bytt blandare" });
        Assert.Equal((WorkOrderStatus.Completed, "Bytt blandare"), (done.WorkOrder.Status, done.WorkOrder.ActionPerformed));

        var invoiced = await scene.Dispatch.MarkWorkOrderInvoicedAsync(new() { RequestId = Scene.NewId(), Number = number });
        Assert.Equal(WorkOrderStatus.Invoiced, invoiced.WorkOrder.Status);
        Assert.True(placed.Revision < accepted.Revision && accepted.Revision < done.Revision && done.Revision < invoiced.Revision);
    }
}
