using WorkOrders.Board.Wall;
using WorkOrders.V1;
using static WorkOrders.V1.WorkOrderStatus;

namespace WorkOrders.Board.Tests.Wall;

public sealed class ContractorCountsTests
{
    [Fact]
    public void Whoever_lets_most_orders_wait_stands_first_and_who_has_nothing_in_hand_not_at_all()
    {
        var rows = ContractorCounts.WorstFirst([With("idle"), With("done", Completed), With("busy", Accepted, Accepted), With("late", Ordered), With("later", Ordered, Ordered)]);

        Assert.Equal(["later", "late", "busy"], rows.Select(r => r.Name));
    }

    private static ContractorCounts With(string name, params WorkOrderStatus[] statuses) =>
        new(name, name, statuses.Aggregate(new StatusCounts(), (c, s) => c.Add(s, WorkOrderType.Fault, 1, 1)));
}
