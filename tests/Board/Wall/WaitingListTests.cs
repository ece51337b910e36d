using Google.Protobuf.WellKnownTypes;
using WorkOrders.Board.Wall;
using WorkOrders.V1;
using static WorkOrders.Board.Tests.Wall.Given;
using static WorkOrders.V1.WorkOrderStatus;

namespace WorkOrders.Board.Tests.Wall;

public sealed class WaitingListTests
{
    private static WorkOrderSummary Waiting(long number, int minutes) =>
        Order(number, with: o => o.OrderedAt = Timestamp.FromDateTimeOffset(Noon.AddMinutes(-minutes)));

    private static WatchWorkOrdersResponse Accepts(long revision, WorkOrderSummary order) =>
        Frame(revision, Event(order, o => o.Status = Accepted, e => e.Accepted = new()));

    [Fact]
    public void The_longest_waiting_stands_first()
    {
        var board = Showing(Waiting(1, 5), Waiting(2, 50))
            .Apply(Frame(101, First(Waiting(3, 20), e => e.Placed = new() { RegisteredNow = true })));

        Assert.Equal([2, 3, 1], board[WaitingKind.NotAccepted].Orders.Select(o => o.Number));
    }

    [Fact]
    public void A_newcomer_to_a_cut_list_is_counted_but_not_put_before_those_that_the_wall_does_not_know()
    {
        var all = Enumerable.Range(1, 40).Select(n => Waiting(n, 1_000 - n)).ToArray();

        var board = BoardState.Of(Snapshot(listSize: 10, all))
            .Apply(Frame(101, First(Waiting(99, 0), e => e.Placed = new() { RegisteredNow = true })));

        Assert.Equal(41, board[WaitingKind.NotAccepted].Total);
        Assert.DoesNotContain(board[WaitingKind.NotAccepted].Orders, o => o.Number == 99);
        Assert.False(board.WantsSnapshot);
    }

    [Fact]
    public void A_note_on_the_last_known_order_of_a_cut_list_leaves_it_in_its_place()
    {
        var all = Enumerable.Range(1, 40).Select(n => Waiting(n, 1_000 - n)).ToArray();

        var board = BoardState.Of(Snapshot(listSize: 10, all)).Apply(Frame(101, Event(all[9], _ => { }, e => e.NoteAdded = new())));

        Assert.Equal(10, board[WaitingKind.NotAccepted].Orders.Count);
        Assert.Equal(2, board[WaitingKind.NotAccepted].Orders[9].Version);
        Assert.Equal(40, board[WaitingKind.NotAccepted].Total);
    }

    [Fact]
    public void A_cut_list_that_has_drained_below_what_is_shown_asks_for_a_snapshot_and_not_before()
    {
        var all = Enumerable.Range(1, 40).Select(n => Waiting(n, 1_000 - n)).ToArray();
        var board = BoardState.Of(Snapshot(listSize: WallPlan.MostRows + 1, all));

        board = board.Apply(Accepts(101, all[0]));
        Assert.False(board.WantsSnapshot);

        board = board.Apply(Accepts(102, all[1]));
        Assert.True(board.WantsSnapshot);
        Assert.Equal(38, board[WaitingKind.NotAccepted].Total);
        Assert.Equal(WallPlan.MostRows - 1, board[WaitingKind.NotAccepted].Orders.Count);
    }

    [Fact]
    public void A_complete_list_may_drain_to_nothing()
    {
        var board = Showing(Waiting(1, 1)).Apply(Accepts(101, Waiting(1, 1)));

        Assert.Empty(board[WaitingKind.NotAccepted].Orders);
        Assert.False(board.WantsSnapshot);
    }

    [Theory]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-24", false)]
    [InlineData("", false)]
    public void On_a_card_from_before_there_were_deadlines_the_planned_day_is_one(string plannedFor, bool isOverdue) =>
        Assert.Equal(isOverdue, WaitingKind.Overdue.Holds(Order(1, Accepted, o => o.PlannedFor = plannedFor), Noon));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void An_order_is_overdue_from_when_it_is_due(int seconds, bool isOverdue) =>
        Assert.Equal(isOverdue, WaitingKind.Overdue.Holds(Dated(Noon), Noon.AddSeconds(seconds)));

    [Fact]
    public void While_nothing_is_due_nothing_is_overdue_whatever_was_planned() => Assert.False(WaitingKind.Overdue.Holds(
        Order(1, Accepted, o => (o.Priority, o.PauseReason, o.PlannedFor) = (Priority.Normal, PauseReason.WaitingForParts, "2026-11-01")), Noon));

    [Fact]
    public void The_longest_overdue_stands_first()
    {
        var board = Showing(Dated(Noon.AddHours(-1), 1), Dated(Noon.AddHours(-3), 2), Dated(Noon.AddHours(1), 3));

        Assert.Equal([2, 1], board[WaitingKind.Overdue].Orders.Select(o => o.Number));
        Assert.Equal(Noon.AddHours(1), board.NextDue);
    }

    [Fact]
    public void An_event_may_bring_what_is_due_next_nearer()
    {
        var board = Showing(Dated(Noon.AddHours(5)));
        Assert.Equal(Noon.AddHours(5), board.NextDue);

        board = board.Apply(Frame(101, First(Dated(Noon.AddHours(2), 2), e => e.Placed = new() { RegisteredNow = true })));
        Assert.Equal(Noon.AddHours(2), board.NextDue);

        board = board.Apply(Frame(102, First(Dated(Noon.AddHours(-2), 3), e => e.Placed = new() { RegisteredNow = true })));
        Assert.Equal((Noon.AddHours(2), 1), (board.NextDue, board[WaitingKind.Overdue].Total));
    }

    private static WorkOrderSummary Dated(DateTimeOffset due, long number = 1) =>
        Order(number, Accepted, o => (o.Priority, o.DueAt) = (Priority.Normal, Timestamp.FromDateTimeOffset(due)));

    [Theory]
    [InlineData(Completed)]
    [InlineData(Invoiced)]
    [InlineData(Cancelled)]
    public void What_is_over_is_never_overdue(WorkOrderStatus status) =>
        Assert.False(WaitingKind.Overdue.Holds(Order(1, status, o => o.PlannedFor = "2026-01-01"), Noon));

    [Fact]
    public void An_overdue_order_has_been_late_since_the_swedish_midnight_after_its_planned_day() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 23, 0, 0, TimeSpan.Zero),
            WaitingKind.Overdue.Since(Order(1, Accepted, o => o.PlannedFor = "2026-11-21")));

    [Fact]
    public void A_declined_order_waits_since_it_was_declined_or_if_that_is_not_told_since_it_was_ordered()
    {
        var declined = Order(1, Declined);
        Assert.Equal(declined.OrderedAt.ToDateTimeOffset(), WaitingKind.Declined.Since(declined));

        declined.DeclinedAt = Timestamp.FromDateTimeOffset(Noon);
        Assert.Equal(Noon, WaitingKind.Declined.Since(declined));
    }

    [Fact]
    public void A_question_escalates_by_itself_at_its_time_and_nothing_else_does()
    {
        var order = Given.Order(7, with: o =>
        {
            o.OpenQuestions = 1;
            o.QuestionEscalatesAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(Given.Noon);
        });

        Assert.False(WaitingKind.OpenQuestion.IsEscalated(order, Given.Noon.AddMilliseconds(-1)));
        Assert.True(WaitingKind.OpenQuestion.IsEscalated(order, Given.Noon));
        Assert.False(WaitingKind.NotAccepted.IsEscalated(order, Given.Noon));
        Assert.False(WaitingKind.OpenQuestion.IsEscalated(Given.Order(8), Given.Noon));
    }
}
