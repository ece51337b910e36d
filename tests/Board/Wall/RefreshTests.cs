using WorkOrders.Board.Wall;
using WorkOrders.V1;
using static WorkOrders.Board.Tests.Wall.Given;
using static WorkOrders.Board.Tests.Wall.Line;

namespace WorkOrders.Board.Tests.Wall;

/// <summary>Snapshots that are taken quietly beside a feed that goes on.</summary>
public sealed class RefreshTests
{
    [Fact]
    public async Task What_an_event_left_in_doubt_a_snapshot_settles_without_a_newline()
    {
        await using var line = new Line();
        line.Snapshot = () => At(101, Snapshot(Order(7, with: o => o.Contractor = Rorjour)));
        await line.Start(Snapshot(Order(7, WorkOrderStatus.Accepted)));

        await line.Send(Reassigned(101));

        Assert.Equal(1, line.Loads);
        Assert.False(line.Feed.State!.WantsSnapshot);
        Assert.False(line.Feed.State.Contractors.ContainsKey(Testfirma.Id));
        await line.Send(CaughtUp(102)); // the same line
        Assert.Equal(102, line.Feed.State.Revision);
    }

    [Fact]
    public async Task A_snapshot_from_before_what_is_shown_is_not_taken()
    {
        await using var line = new Line();
        line.Snapshot = () => At(99, Snapshot());
        await line.Start(Snapshot(Order(7, WorkOrderStatus.Accepted)));

        await line.Send(Reassigned(101));

        Assert.Equal(101, line.Feed.State!.Revision);
        Assert.True(line.Feed.State.WantsSnapshot);
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_had_does_not_stop_the_feed_and_is_asked_for_again_after_a_while()
    {
        await using var line = new Line();
        line.Snapshot = () => throw new IOException();
        await line.Start(Snapshot(Order(7, WorkOrderStatus.Accepted)));
        await line.Send(Reassigned(101));
        await line.Send(CaughtUp(102));
        Assert.Equal((102, 1), (line.Feed.State!.Revision, line.Loads));

        line.Snapshot = () => At(103, Snapshot());
        line.Time.Advance(TimeSpan.FromSeconds(2));
        await line.Send(CaughtUp(103));

        Assert.Equal(2, line.Loads);
        Assert.False(line.Feed.State.WantsSnapshot);
    }

    [Fact]
    public async Task At_swedish_midnight_a_new_day_is_counted()
    {
        await using var line = new Line();
        line.Snapshot = () => { var next = Snapshot(); next.ServerTime = Bookmark(Noon.AddHours(12)).Bookmark.ServerTime; return next; };
        await line.Start(Snapshot());

        await line.Send(Bookmark(Noon.AddHours(11).AddSeconds(-1)));
        Assert.Equal((new DateOnly(2026, 11, 23), 0), (line.Feed.State!.Day, line.Loads));

        await line.Send(Bookmark(Noon.AddHours(12)));
        Assert.Equal((new DateOnly(2026, 11, 24), 1), (line.Feed.State.Day, line.Loads));
    }

    [Fact]
    public async Task When_an_order_becomes_late_by_itself_the_wall_asks_anew_once()
    {
        var order = Order(7, WorkOrderStatus.Accepted, o => (o.Priority, o.DueAt) = (Priority.Normal, Bookmark(Noon.AddMinutes(30)).Bookmark.ServerTime));
        await using var line = new Line();
        line.Snapshot = () =>
        {
            var next = Snapshot();
            next.ServerTime = Bookmark(Noon.AddMinutes(30)).Bookmark.ServerTime;
            next.Overdue = new() { Orders = { order }, Total = 1 };
            return next;
        };
        await line.Start(Snapshot(order));

        await line.Send(Bookmark(Noon.AddMinutes(29)));
        Assert.Equal((0, 0), (line.Feed.State![WaitingKind.Overdue].Total, line.Loads));

        await line.Send(Bookmark(Noon.AddMinutes(30)));
        await line.Send(Bookmark(Noon.AddMinutes(40)));
        Assert.Equal((1, 1), (line.Feed.State[WaitingKind.Overdue].Total, line.Loads));
    }

    private static WatchWorkOrdersResponse Reassigned(long revision) => Frame(revision,
        Event(Order(7, WorkOrderStatus.Accepted), o => { o.Status = WorkOrderStatus.Ordered; o.Contractor = Rorjour; }, e => e.Reassigned = new()));

    private static GetWallBoardResponse At(long revision, GetWallBoardResponse snapshot)
    {
        snapshot.Revision = revision;
        return snapshot;
    }
}
