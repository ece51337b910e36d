using WorkOrders.Board.Live;
using WorkOrders.Board.Wall;
using WorkOrders.V1;
using static WorkOrders.Board.Tests.Wall.Given;
using static WorkOrders.Board.Tests.Wall.Line;

namespace WorkOrders.Board.Tests.Wall;

public sealed class BoardFeedTests
{
    [Fact]
    public async Task It_follows_from_the_snapshot_that_came_with_the_page_and_loads_no_other()
    {
        await using var line = new Line();
        var request = await line.Start(Snapshot());

        Assert.Equal(new FeedPosition { LogId = "log", Revision = 100 }, request.After);
        Assert.Equal(FeedView.Wall, request.View);
        Assert.Equal(2, request.BookmarkInterval.Seconds);
        Assert.Equal(0, line.Loads);
        Assert.Equal(ContactState.Connecting, line.Feed.Contact.State);

        await line.Send(CaughtUp());
        Assert.Equal(ContactState.Live, line.Feed.Contact.State);
    }

    [Fact]
    public async Task Without_a_snapshot_it_loads_one_first()
    {
        await using var line = new Line();
        line.Snapshot = () => Snapshot(Order(7));

        await line.Start();

        Assert.Equal(1, line.Feed.State![WaitingKind.NotAccepted].Total);
    }

    [Fact]
    public async Task After_a_cut_it_goes_on_from_where_it_was()
    {
        await using var line = new Line();
        await line.Start(Snapshot(Order(7)));
        await line.Send(Frame(101, Event(Order(7), o => o.Status = WorkOrderStatus.Accepted, e => e.Accepted = new())));
        await line.Send(CaughtUp(101));
        await line.Cut(new IOException());
        Assert.Equal(ContactState.Reconnecting, line.Feed.Contact.State);
        Assert.Equal(0, line.Feed.State![WaitingKind.NotAccepted].Total);

        var request = await line.Opened();

        Assert.Equal(101, request.After.Revision);
        Assert.Equal(0, line.Loads);
    }

    [Fact]
    public async Task Aline_on_which_nothing_comes_for_ten_seconds_is_given_up()
    {
        await using var line = new Line();
        await line.Start(Snapshot());
        await line.Send(CaughtUp(105));
        line.Time.Advance(TimeSpan.FromSeconds(9.9));
        await line.Send(Bookmark(Noon.AddSeconds(10), 105));
        Assert.Equal(ContactState.Live, line.Feed.Contact.State);

        line.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(ContactState.Broken, line.Feed.Contact.State);

        Assert.Equal(105, (await line.Opened()).After.Revision);
    }

    [Fact]
    public async Task It_never_gives_up()
    {
        await using var line = new Line();
        await line.Start(Snapshot());
        for (var i = 0; i < 200; i++)
        {
            await line.Cut(new IOException());
            await line.Opened();
        }
        Assert.Equal(ContactState.Stale, line.Feed.Contact.State);

        await line.Send(CaughtUp());
        Assert.Equal(ContactState.Live, line.Feed.Contact.State);
    }

    [Fact]
    public async Task When_its_position_is_lost_it_starts_anew_with_a_snapshot()
    {
        await using var line = new Line();
        line.Snapshot = () => { var other = Snapshot(Order(8)); other.LogId = "restored"; other.Revision = 3; return other; };
        await line.Start(Snapshot(Order(7)));
        await line.Cut(new PositionLostException());
        Assert.Equal(7, line.Feed.State![WaitingKind.NotAccepted].Orders[0].Number); // shown until the new one is there

        var request = await line.Opened();

        Assert.Equal(new FeedPosition { LogId = "restored", Revision = 3 }, request.After);
        Assert.Equal(8, line.Feed.State[WaitingKind.NotAccepted].Orders[0].Number);
    }

    [Fact]
    public async Task Far_behind_it_takes_a_snapshot_rather_than_thousands_of_events()
    {
        await using var line = new Line();
        line.Snapshot = () => { var now = Snapshot(); now.Revision = 9_000; return now; };
        await line.Start(Snapshot());
        await line.Send(Started(Noon, head: 9_000));

        Assert.Equal(9_000, (await line.Opened()).After.Revision);
    }

    [Fact]
    public async Task It_says_that_nobody_is_signed_in_and_shows_what_it_has()
    {
        await using var line = new Line();
        await line.Start(Snapshot(Order(7)));
        await line.Cut(new SignedOutException(new IOException()));

        Assert.True(line.Feed.Contact.IsSignedOut);
        Assert.Equal(1, line.Feed.State![WaitingKind.NotAccepted].Total);

        await line.Opened();
        await line.Send(CaughtUp());
        Assert.False(line.Feed.Contact.IsSignedOut);
    }

    [Fact]
    public async Task The_clock_is_the_servers()
    {
        await using var line = new Line();
        await line.Start(Snapshot());
        await line.Send(Started(Noon.AddMinutes(7)));
        Assert.Equal(Noon.AddMinutes(7), line.Feed.Clock.Now);

        await line.Send(Bookmark(Noon.AddMinutes(9)));
        Assert.Equal(Noon.AddMinutes(9), line.Feed.Clock.Now);
        Assert.Equal(Noon.AddMinutes(9), line.Feed.Contact.HeardAt);
    }

    [Fact]
    public async Task A_server_of_another_version_makes_the_page_load_itself_anew()
    {
        await using var line = new Line();
        var renewals = 0;
        line.Feed.OtherVersion += () => renewals++;
        await line.Start(Snapshot());

        await line.Send(Started(Noon, version: "1"));
        Assert.Equal(0, renewals);
        await line.Send(Started(Noon, version: "2"));
        Assert.Equal(1, renewals);
    }
}
