using WorkOrders.Board.Wall;
using WorkOrders.V1;
using static WorkOrders.Board.Tests.Wall.Given;
using static WorkOrders.V1.WorkOrderStatus;
using Kind = WorkOrders.V1.WorkOrderEvent.KindOneofCase;

namespace WorkOrders.Board.Tests.Wall;

public sealed class FoldTests
{
    private static readonly WorkOrderSummary[] Others =
    [
        Order(1), Order(2, Accepted), Order(3, Declined), Order(4, with: o => o.Contractor = Rorjour), Order(5, Registered, o => o.Contractor = null),
    ];

    public static TheoryData<Kind> Kinds => [.. Enum.GetValues<Kind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void After_any_event_the_wall_shows_what_a_new_snapshot_would(Kind kind)
    {
        var (before, happened) = (EveryKind.Of[kind].Before, EveryKind.Of[kind].ToEvent());
        WorkOrderSummary[] known = before is null ? Others : [.. Others, before];

        var start = Showing(known);
        if (before is not null) // the feed has spoken of it before, so that the board has its card
            start = start.Apply(Frame(101, Event(Earlier(before), _ => { }, e => e.NoteAdded = new())));
        var board = start.Apply(Frame(102, happened));

        Shows(Snapshot([.. Others, happened.Summary]), board);
        Assert.Equal(102, board.Revision);
        Assert.Equal(happened, board.Newest[0]);
        Assert.Equal(102, board.TouchedAt(7));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Of_an_order_without_a_card_the_wall_is_right_or_knows_that_it_may_not_be(Kind kind)
    {
        // a wall so full that the order is in none of its lists
        var full = Enumerable.Range(1_000, 40).Select(n => Order(n, with: o =>
        {
            o.OpenQuestions = 1;
            o.PlannedFor = "2026-10-01";
            o.OrderedAt = o.OldestOpenQuestionAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(Noon.AddDays(-40));
        })).ToArray();
        var (before, happened) = (EveryKind.Of[kind].Before, EveryKind.Of[kind].ToEvent());
        var start = BoardState.Of(Snapshot(listSize: 10, before is null ? full : [.. full, before]));
        Assert.True(start.Card(7) is null || kind is Kind.Declined);

        var board = start.Apply(Frame(101, happened));

        if (!board.WantsSnapshot)
            Shows(Snapshot(listSize: 10, [.. full, happened.Summary]), board);
    }

    [Fact]
    public void Events_that_were_seen_already_change_nothing()
    {
        var accepted = EveryKind.Of[Kind.Accepted];
        var once = Showing(accepted.Before!).Apply(Frame(101, accepted.ToEvent()));

        var again = once.Apply(Frame(101, accepted.ToEvent()));
        var older = once.Apply(Frame(99, accepted.ToEvent()));

        Assert.Equal(once, again);
        Assert.Equal(once, older);
    }

    [Fact]
    public void All_events_of_one_commit_are_taken_in()
    {
        WorkOrderSummary[] bundle = [Order(7), Order(8)];

        var board = Showing(bundle).Apply(Frame(101, [.. bundle.Select(o => Event(o, a => a.Status = Accepted, e => e.Accepted = new()))]));

        Assert.Equal(2, board.Matrix.Total(Accepted).Count);
        Assert.Equal(0, board[WaitingKind.NotAccepted].Total);
    }

    [Fact]
    public void A_reassigned_order_moves_from_one_contractors_row_to_the_others()
    {
        var order = Order(7);

        var board = Showing(order).Apply(Frame(101, Event(order, o => o.Contractor = Rorjour, e => e.Reassigned = new())));

        Assert.Equal(0, board.Contractors[Testfirma.Id].Counts.Total(Ordered).Count);
        Assert.Equal(1, board.Contractors[Rorjour.Id].Counts.Total(Ordered).Count);
        Assert.Equal(1, board.Matrix.Total(Ordered).Count);
        Assert.False(board.WantsSnapshot);
    }

    [Fact]
    public void The_wall_asks_for_a_snapshot_when_nobody_told_it_whom_the_order_was_taken_from()
    {
        var order = Order(7, Accepted); // accepted orders are in no list: the board has no card of it

        var board = Showing(order).Apply(Frame(101, Event(order, o => { o.Status = Ordered; o.Contractor = Rorjour; }, e => e.Reassigned = new())));

        Assert.True(board.WantsSnapshot);
    }

    [Fact]
    public void An_order_that_left_is_taken_off()
    {
        var frame = new WatchWorkOrdersResponse { Events = new Events { Items = { new FeedItem { Scope = ScopeChange.Left, Left = new() { Revision = 101, Number = 7 } } } } };

        var board = Showing(Order(7), Order(8)).Apply(frame);

        Shows(Snapshot(Order(8)), board);
        Assert.Equal(101, board.Revision);
    }

    [Fact]
    public void A_state_replaces_the_card_and_an_older_one_does_not()
    {
        var newer = Order(7, Accepted, o => o.Version = 5);

        var board = Showing(Order(7)).Apply(State(newer)).Apply(State(Order(7, with: o => o.Version = 4)));

        Assert.Equal(1, board.Matrix.Total(Accepted).Count);
        Assert.Equal(0, board.Matrix.Total(Ordered).Count);

        static WatchWorkOrdersResponse State(WorkOrderSummary summary) =>
            new() { Events = new Events { Items = { new FeedItem { State = new() { Summary = summary, Revision = 90 } } } } };
    }

    [Fact]
    public void Signs_of_life_move_the_position_and_nothing_else()
    {
        var board = Showing(Order(7));

        Assert.Equal(board with { Revision = 120 }, board.Apply(new() { Bookmark = new() { Revision = 120 } }));
        Assert.Equal(board with { Revision = 121 }, board.Apply(new() { CaughtUp = new() { Revision = 121 } }));
        Assert.Equal(board with { Revision = 122 }, board.Apply(new() { InitialStateEnd = new() { Revision = 122 } }));
        Assert.Equal(board, board.Apply(new() { Bookmark = new() { Revision = 90 } }));
        Assert.Equal(board, board.Apply(new() { Started = new() { HeadRevision = 500 } }));
        Assert.Equal(board, board.Apply(new()));
    }

    [Fact]
    public void The_newest_events_stand_first_and_are_never_more_than_a_dozen()
    {
        var board = Showing();
        for (var n = 1; n <= 20; n++)
            board = board.Apply(Frame(100 + n, First(Order(n), e => e.Placed = new() { RegisteredNow = true })));

        Assert.Equal([.. Enumerable.Range(9, 12).Reverse()], board.Newest.Select(e => (int)e.Number));
    }

    private static WorkOrderSummary Earlier(WorkOrderSummary order)
    {
        var earlier = order.Clone();
        earlier.Version--;
        return earlier;
    }

    private static void Shows(GetWallBoardResponse expected, BoardState board)
    {
        var fresh = BoardState.Of(expected);
        Assert.False(board.WantsSnapshot);
        foreach (var status in Enum.GetValues<WorkOrderStatus>())
        {
            Assert.Equal(fresh.Matrix.Total(status).Count, board.Matrix.Total(status).Count);
            foreach (var type in Enum.GetValues<WorkOrderType>())
                Assert.Equal(fresh.Matrix[status, type].Count, board.Matrix[status, type].Count);
            foreach (var id in board.Contractors.Keys.Union(fresh.Contractors.Keys))
                Assert.Equal(fresh.Contractors.GetValueOrDefault(id)?.Counts.Total(status).Count ?? 0, board.Contractors[id].Counts.Total(status).Count);
        }
        Assert.All(WaitingRules.WorstFirst, kind =>
        {
            Assert.Equal(fresh[kind].Total, board[kind].Total);
            Assert.Equal(fresh[kind].Orders, board[kind].Orders);
        });
    }
}
