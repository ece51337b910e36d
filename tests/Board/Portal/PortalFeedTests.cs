using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal;
using WorkOrders.Board.Portal.Keeping;
using WorkOrders.Board.Tests.Portal.Keeping;
using WorkOrders.Board.Tests.Wall;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal;

public sealed class PortalFeedTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(Given.Noon);
    private readonly Channel<(WatchWorkOrdersRequest Request, ChannelWriter<WatchWorkOrdersResponse> Frames)> _opened =
        Channel.CreateUnbounded<(WatchWorkOrdersRequest, ChannelWriter<WatchWorkOrdersResponse>)>();
    private readonly PortalFeed _feed;

    private readonly KeepingBrowser _browser = new();

    public PortalFeedTests() =>
        _feed = new(new Follower(Watch, _time, NullLogger<Follower>.Instance), new KeptPlace(new Device(_browser), _time));

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task It_begins_with_what_happens_from_now_on()
    {
        _feed.Start();

        Assert.NotNull((await Opened()).Request.FromNow);
    }

    [Fact]
    public async Task It_opens_one_line_however_often_it_is_started()
    {
        _feed.Start();
        _feed.Start();

        await Opened();
        Assert.False(_opened.Reader.TryRead(out _));
    }

    [Fact]
    public async Task After_a_cut_it_goes_on_after_the_last_thing_that_it_told()
    {
        _feed.Start();
        var line = await Opened();
        await Told(line.Frames, Line.Started(Given.Noon, head: 100));
        await Told(line.Frames, Happened(103));
        line.Frames.Complete(new IOException());

        var request = (await Opened()).Request;

        Assert.Equal(new FeedPosition { LogId = "log", Revision = 103 }, request.After);
    }

    [Fact]
    public async Task A_bookmark_moves_the_place_from_which_it_goes_on()
    {
        _feed.Start();
        var line = await Opened();
        await Told(line.Frames, Line.Started(Given.Noon, head: 100));
        await Told(line.Frames, Line.Bookmark(Given.Noon, revision: 150));
        line.Frames.Complete(new IOException());

        Assert.Equal(150, (await Opened()).Request.After.Revision);
    }

    [Fact]
    public async Task Where_its_place_is_lost_it_begins_anew_and_tells_the_pages_that_they_may_be_old()
    {
        var opened = 0;
        _feed.Opened += () => opened++;
        _feed.Start();
        var line = await Opened();
        await Told(line.Frames, Line.Started(Given.Noon, head: 100));
        line.Frames.Complete(new PositionLostException());

        var next = await Opened();
        Assert.NotNull(next.Request.FromNow);
        await Told(next.Frames, Line.Started(Given.Noon, head: 7));

        Assert.Equal(2, opened);
        Assert.Equal(7, _feed.Head);
    }

    [Fact]
    public async Task It_goes_on_where_this_browser_has_stopped_listening()
    {
        _browser.Place = new("log", 90, At(Given.Noon.AddDays(-6)));
        _feed.Start();

        Assert.Equal(new FeedPosition { LogId = "log", Revision = 90 }, (await Opened()).Request.After);
    }

    [Fact]
    public async Task After_a_long_absence_it_begins_anew_and_nothing_is_kept()
    {
        _browser.Place = new("log", 90, At(Given.Noon.AddDays(-8)));
        _feed.Start();

        Assert.NotNull((await Opened()).Request.FromNow);
        Assert.Null(_browser.Place);
    }

    [Fact]
    public async Task How_far_it_has_told_is_kept_but_not_at_each_step()
    {
        _feed.Start();
        var line = await Opened();
        await Told(line.Frames, Line.Started(Given.Noon, head: 100));
        Assert.Equal(100, _browser.Place?.Revision);

        await Told(line.Frames, Happened(101));
        await Told(line.Frames, Line.Bookmark(Given.Noon, revision: 101));
        Assert.Equal(100, _browser.Place?.Revision);

        for (var revision = 102; revision < 112; revision++)
        {
            _time.Advance(TimeSpan.FromSeconds(3));
            await Told(line.Frames, Line.Bookmark(Given.Noon, revision));
        }
        Assert.Equal(111, _browser.Place?.Revision);
    }

    [Fact]
    public async Task Where_its_place_is_lost_nothing_is_kept()
    {
        var lost = 0;
        _feed.Lost += () => lost++;
        _browser.Place = new("another log", 90, At(Given.Noon));
        _feed.Start();
        (await Opened()).Frames.Complete(new PositionLostException());

        Assert.NotNull((await Opened()).Request.FromNow);
        Assert.Null(_browser.Place);
        Assert.Equal(1, lost);
    }

    [Fact]
    public async Task A_browser_that_keeps_nothing_is_followed_from_now()
    {
        _browser.IsFull = true;
        _feed.Start();
        var line = await Opened();
        await Told(line.Frames, Line.Started(Given.Noon, head: 100));
        line.Frames.Complete(new IOException());

        Assert.NotNull(line.Request.FromNow);
        Assert.Equal(100, (await Opened()).Request.After.Revision);
    }

    [Fact]
    public async Task Each_thing_that_happens_is_told_once()
    {
        var told = new List<long>();
        _feed.Happened += item => told.Add(PortalFeed.RevisionOf(item));
        _feed.Start();
        var line = await Opened();
        await Told(line.Frames, Line.Started(Given.Noon, head: 100));
        await Told(line.Frames, Happened(101));
        await Told(line.Frames, Happened(102));

        Assert.Equal([101, 102], told);
    }

    [Fact]
    public async Task A_server_of_another_version_is_noticed()
    {
        _feed.Start();
        var line = await Opened();
        await Told(line.Frames, Line.Started(Given.Noon, version: typeof(PortalFeed).Assembly.GetName().Version!.ToString(3)));
        Assert.False(_feed.IsOutdated);

        await Told(line.Frames, Line.Started(Given.Noon, version: "99.0.0"));
        Assert.True(_feed.IsOutdated);
    }

    [Fact]
    public async Task That_others_answer_is_told_when_it_changes_and_also_to_whoever_was_cut_off_then()
    {
        var told = 0;
        _feed.DesksChanged += () => told++;
        _feed.Start();
        var line = await Opened();
        await Told(line.Frames, Desks(Line.Started(Given.Noon), 7));
        await Told(line.Frames, Line.Bookmark(Given.Noon));
        Assert.Equal(0, told);
        await Told(line.Frames, Desks(Line.Bookmark(Given.Noon), 8));
        Assert.Equal(1, told);

        line.Frames.Complete(new IOException());
        line = await Opened();
        await Told(line.Frames, Desks(Line.Started(Given.Noon), 8));
        Assert.Equal(1, told);
        await Told(line.Frames, Desks(Line.Started(Given.Noon), 9));
        Assert.Equal(2, told);

        static WatchWorkOrdersResponse Desks(WatchWorkOrdersResponse frame, long version)
        {
            if (frame.Started is not null) frame.Started.DesksVersion = version;
            else frame.Bookmark.DesksVersion = version;
            return frame;
        }
    }

    private static long At(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static WatchWorkOrdersResponse Happened(long revision) =>
        new() { Events = new() { Items = { new FeedItem { Event = new() { Revision = revision, Number = 7 } } } } };

    private async Task Told(ChannelWriter<WatchWorkOrdersResponse> line, WatchWorkOrdersResponse frame)
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Taken() => taken.TrySetResult();
        _feed.Changed += Taken;
        await line.WriteAsync(frame);
        await taken.Task;
        _feed.Changed -= Taken;
    }

    private async Task<(WatchWorkOrdersRequest Request, ChannelWriter<WatchWorkOrdersResponse> Frames)> Opened()
    {
        var opened = _opened.Reader.ReadAsync().AsTask();
        await _time.PassUntilAsync(opened);
        return await opened;
    }

    private async IAsyncEnumerable<IReadOnlyList<WatchWorkOrdersResponse>> Watch(
        WatchWorkOrdersRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var frames = Channel.CreateUnbounded<WatchWorkOrdersResponse>();
        await _opened.Writer.WriteAsync((request, frames.Writer), cancellation);
        await foreach (var frame in frames.Reader.ReadAllAsync(cancellation))
            yield return [frame];
    }
}
