using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Tests.Store;

public sealed class RowTests(Scene scene) : IClassFixture<Scene>
{
    [Theory]
    [InlineData(WorkOrderStatus.Ordered)]
    [InlineData(WorkOrderStatus.Accepted)]
    [InlineData(WorkOrderStatus.Completed)]
    public async Task What_the_writer_writes_by_hand_is_what_the_model_reads(WorkOrderStatus status)
    {
        var number = (status switch
        {
            WorkOrderStatus.Ordered => await scene.OrderedAsync(),
            WorkOrderStatus.Accepted => await scene.AcceptedAsync(),
            _ => await scene.CompletedAsync(),
        }).Number;
        if (status is not WorkOrderStatus.Completed)
            await scene.Firm.AskQuestionAsync(new() { RequestId = Scene.NewId(), Number = number, Text = "Ska blandaren bytas?" });
        await scene.Elsa.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Text = "Ändrar bara dokumentet" });

        await using var context = scene.OpenFile();
        var row = await context.WorkOrders.Include(o => o.TenantContact).SingleAsync(o => o.Number == number);
        var order = row.ToOrder();
        Assert.Equal((status, "Test Testsson", "testar"), (order.Status, order.Tenant?.Name, order.Access?.Comment));
        Assert.Equal(new DateOnly(2009, 8, 27), order.Tenant?.MovedInOn);

        // every column again from the order itself
        var expected = WorkOrderRow.Of(order, row.Revision, row.Card);
        foreach (var property in typeof(WorkOrderRow).GetProperties().Where(p => p.Name is not nameof(WorkOrderRow.TenantContact)))
            Assert.Equal((property.Name, property.GetValue(expected)), (property.Name, property.GetValue(row)));
        Assert.Equal(Cards.Of(order), V1.WorkOrderSummary.Parser.ParseFrom(row.Card));
    }

    [Fact]
    public async Task A_document_holds_nothing_of_the_tenants()
    {
        var number = (await scene.OrderedAsync()).Number;
        await using var context = scene.OpenFile();
        var row = await context.WorkOrders.SingleAsync(o => o.Number == number);
        Assert.DoesNotContain("Testsson", row.Document, StringComparison.Ordinal);
        Assert.DoesNotContain("testar", row.Document, StringComparison.Ordinal);
    }

    [Fact]
    public void Statuses_and_types_are_stored_as_the_contract_numbers_them()
    {
        Assert.All(Enum.GetValues<WorkOrderStatus>(), s => Assert.Equal((int)s.ToWire(), StoredNumbers.Of(s)));
        Assert.All(Enum.GetValues<WorkOrderType>(), t => Assert.Equal((int)t.ToWire(), StoredNumbers.Of(t)));
    }
}
