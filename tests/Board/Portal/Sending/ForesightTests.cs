using WorkOrders.Board.Portal.Sending;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Sending;

public sealed class ForesightTests
{
    [Fact]
    public void An_order_whose_acceptance_waits_can_be_completed_and_not_declined()
    {
        var order = Ordered();

        Foresight.Apply(order, [Given.Wish("a", 2375)]);

        Assert.Equal([WorkOrderCommand.AddNote, WorkOrderCommand.Complete], order.AllowedCommands);
        Assert.Equal(WorkOrderStatus.Ordered, order.Status);
    }

    [Fact]
    public void Nothing_more_can_be_done_to_an_order_whose_completion_waits()
    {
        var order = Ordered();

        Foresight.Apply(order, [Given.Wish("a", 2375), Given.Wish("b", 2375, WishKind.Complete)]);

        Assert.Empty(order.AllowedCommands);
    }

    [Fact]
    public void Refused_wishes_and_those_of_other_orders_change_nothing()
    {
        var order = Ordered();

        Foresight.Apply(order, [Given.Wish("a", 2376), Given.Wish("b", 2375) with { Because = new() }]);

        Assert.Equal(Ordered(), order);
    }

    private static WorkOrder Ordered() => new()
    {
        Number = 2375, Status = WorkOrderStatus.Ordered,
        AllowedCommands = { WorkOrderCommand.Accept, WorkOrderCommand.Decline, WorkOrderCommand.AddNote },
    };
}
