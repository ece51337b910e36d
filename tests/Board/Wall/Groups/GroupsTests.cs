using WorkOrders.Board.Wall;
using WorkOrders.Board.Wall.Groups;
using WorkOrders.V1;
using static WorkOrders.Board.Tests.Wall.Given;

namespace WorkOrders.Board.Tests.Wall.Groups;

/// <summary>What waits by contractor and by district goes on with the feed, as the whole does.</summary>
public sealed class GroupsTests
{
    private static readonly WallGrouping[] Both = [WallGrouping.Contractor, WallGrouping.District];

    [Fact]
    public void An_order_that_waits_for_two_things_is_counted_once_in_all_and_shown_as_the_worse()
    {
        var board = Grouped(
            Order(1), Order(2, with: o => { o.PlannedFor = "2026-11-20"; o.OpenQuestions = 1; o.OldestOpenQuestionAt = o.OrderedAt; }), Order(3, WorkOrderStatus.Accepted));

        var group = Assert.Single(board.Groupings[WallGrouping.Contractor].All.Values);

        Assert.Equal((2, 1, 2, 0, 1), (group.Total, group[WaitingKind.OpenQuestion], group[WaitingKind.NotAccepted], group[WaitingKind.Declined], group[WaitingKind.Overdue]));
        Assert.Equal([2L, 1L], group.Worst.Orders.Select(o => o.Number));
        Assert.Equal(WaitingKind.Overdue, WaitingRules.WorstOf(group.Worst.Orders[0], Noon));
    }

    [Fact]
    public void Whoever_lets_most_wait_stands_first()
    {
        var board = Grouped(
            Order(1, with: o => o.Contractor = Rorjour), Order(2), Order(3, with: o => o.District = "Farsta"), Order(4, with: o => o.District = "Farsta"));

        Assert.Equal([Testfirma.Id, Rorjour.Id], board.Groupings[WallGrouping.Contractor].WorstFirst.Select(g => g.Key));
        Assert.Equal(["", "Farsta"], board.Groupings[WallGrouping.District].WorstFirst.Select(g => g.Name));
    }

    [Fact]
    public void After_every_event_the_groups_are_what_the_server_would_tell()
    {
        WorkOrderSummary[] orders = [.. Enumerable.Range(1, 12).Select(n => Order(n, with: o =>
        {
            o.Contractor = n % 3 == 0 ? Rorjour : Testfirma;
            o.District = n % 2 == 0 ? "Farsta" : "Enskede";
        }))];
        var board = Grouped(orders);
        var revision = 100;

        Happen(0, o => o.Status = WorkOrderStatus.Accepted, e => e.Accepted = new());
        Happen(2, o => { o.OpenQuestions = 1; o.OldestOpenQuestionAt = o.OrderedAt; }, e => e.QuestionAsked = new());
        Happen(4, o => { o.Status = WorkOrderStatus.Declined; o.DeclinedAt = o.OrderedAt; }, e => e.Declined = new());
        Happen(4, o => { o.Status = WorkOrderStatus.Ordered; o.DeclinedAt = null; o.Contractor = Rorjour; }, e => e.Reassigned = new());
        Happen(2, o => o.OpenQuestions = 0, e => e.QuestionAnswered = new());
        Happen(6, o => o.PlannedFor = "2026-11-01", e => e.Updated = new() { ChangedFields = { "planned_for" } });
        Happen(8, o => o.Status = WorkOrderStatus.Cancelled, e => e.Cancelled = new());

        void Happen(int index, Action<WorkOrderSummary> change, Action<WorkOrderEvent> kind)
        {
            var happened = Event(orders[index], change, kind);
            orders[index] = happened.Summary;
            board = board.Apply(Frame(++revision, happened));

            Assert.False(board.WantsSnapshot);
            var fresh = Grouped(orders);
            foreach (var grouping in Both)
            {
                Assert.Equal(fresh.Groupings[grouping].WorstFirst.Select(Told), board.Groupings[grouping].WorstFirst.Select(Told));
            }
        }

        static string Told(GroupOfOrders g) => $"{g.Key} {g.Name} {g.Total}: {string.Join(' ', g.Counts)}: {string.Join(' ', g.Worst.Orders.Select(o => o.Number))}";
    }

    [Fact]
    public void A_group_whose_cards_run_out_asks_for_a_snapshot()
    {
        var all = Enumerable.Range(1, 20).Select(n => Order(n)).ToArray();
        var board = Grouped(all);
        var group = board.Groupings[WallGrouping.Contractor].All[Testfirma.Id];
        Assert.Equal((20, 8), (group.Total, group.Worst.Orders.Count));

        for (var n = 0; n < 4; n++)
            board = board.Apply(Frame(101 + n, Event(all[n], o => o.Status = WorkOrderStatus.Accepted, e => e.Accepted = new())));
        Assert.False(board.WantsSnapshot);
        board = board.Apply(Frame(105, Event(all[4], o => o.Status = WorkOrderStatus.Accepted, e => e.Accepted = new())));
        Assert.True(board.WantsSnapshot);
        Assert.Equal((15, 3), (board.Groupings[WallGrouping.Contractor].All[Testfirma.Id].Total, board.Groupings[WallGrouping.Contractor].All[Testfirma.Id].Worst.Orders.Count));
    }

    [Fact]
    public void A_wall_without_such_a_layout_folds_none() => Assert.Empty(Showing(Order(1)).Apply(Frame(101, First(Order(2), e => e.Placed = new()))).Groupings);

    private static BoardState Grouped(params WorkOrderSummary[] orders)
    {
        var snapshot = Snapshot(orders);
        snapshot.ContractorGroups.AddRange(Groups(WallGrouping.Contractor, orders));
        snapshot.DistrictGroups.AddRange(Groups(WallGrouping.District, orders));
        return BoardState.Of(snapshot, Both);
    }

    /// <summary>What the server would answer.</summary>
    private static IEnumerable<WallGroup> Groups(WallGrouping grouping, WorkOrderSummary[] orders) =>
        orders.Where(o => WaitingKind.Any.Holds(o, Noon)).GroupBy(o => GroupsOfOrders.KeyOf(grouping, o)).Select(g => new WallGroup
        {
            Key = g.Key,
            Name = GroupsOfOrders.NameOf(grouping, g.First()),
            Total = g.Count(),
            OpenQuestions = g.Count(o => WaitingKind.OpenQuestion.Holds(o, Noon)),
            NotAccepted = g.Count(o => WaitingKind.NotAccepted.Holds(o, Noon)),
            Declined = g.Count(o => WaitingKind.Declined.Holds(o, Noon)),
            Overdue = g.Count(o => WaitingKind.Overdue.Holds(o, Noon)),
            Worst = { g.OrderBy(o => WaitingKind.Any.Rank(o, Noon)).Take(8) },
        });
}
