using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Domain;
using WorkOrders.Server.Feed;
using WorkOrders.Testing;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Feed.WrittenLog;
using Kind = WorkOrders.V1.WatchWorkOrdersResponse.FrameOneofCase;
using Actor = WorkOrders.Domain.Actor;

namespace WorkOrders.Server.Tests.Feed;

public sealed class WatcherTests
{
    private static readonly Actor Contractor = new(ActorRole.Contractor, "testfirma", "Testfirma AB", new(Testfirma, "Testfirma AB"));
    private readonly FakeTimeProvider _clock = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_first_frame_tells_the_log_the_filter_as_it_applies_and_the_clock()
    {
        await using var log = await StartAsync(new() { Clock = _clock });
        log.Commit((2375, Rorjouren), (2376, Testfirma));
        await using var frames = Follow(log, new() { FromNow = new(), Filter = new() { Types_ = { V1.WorkOrderType.Fault } } });

        Assert.Equal(new()
        {
            LogId = log.Log.LogId,
            HeadRevision = 1,
            OldestRevision = 1,
            EffectiveFilter = new() { ContractorIds = { Testfirma }, Types_ = { V1.WorkOrderType.Fault } },
            View = FeedView.Full,
            ServerTime = _clock.GetUtcNow().ToTimestamp(),
            ServerVersion = "0.1.0",
        }, (await NextAsync(frames)).Started);
        Assert.Equal(1, (await NextAsync(frames)).CaughtUp.Revision);
    }

    [Fact]
    public async Task An_idle_feed_sends_bookmarks_that_pass_what_is_others_and_never_what_is_to_come()
    {
        await using var log = await StartAsync(new() { Clock = _clock });
        await using var frames = Follow(log, new() { FromNow = new(), BookmarkInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(2)) });
        Assert.Equal([Kind.Started, Kind.CaughtUp], await KindsAsync(frames, 2));

        log.Commit((2375, Rorjouren));
        var bookmark = NextAsync(frames);
        Assert.False(bookmark.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, (await bookmark).Bookmark.Revision);

        log.Commit((2376, Testfirma));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, Assert.Single((await NextAsync(frames)).Events.Items).RevisionOf());
    }

    [Fact]
    public async Task A_feed_that_has_something_to_say_sends_no_bookmarks()
    {
        await using var log = await StartAsync(new() { Clock = _clock });
        await using var frames = Follow(log, new() { FromNow = new() });
        await KindsAsync(frames, 2);
        for (var second = 0; second < 12; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            log.Commit((2375, Testfirma));
            Assert.Equal(Kind.Events, (await NextAsync(frames)).FrameCase);
        }
        var bookmark = NextAsync(frames);
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(bookmark.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(12, (await bookmark).Bookmark.Revision);
    }

    [Fact]
    public async Task A_stream_ends_with_its_token()
    {
        await using var log = await StartAsync(new() { Clock = _clock });
        log.Commit((2375, Testfirma));
        await using var frames = Follow(log, new() { FromNow = new() }, ends: _clock.GetUtcNow().AddSeconds(3));
        await KindsAsync(frames, 2);

        var last = NextAsync(frames);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(1, (await last).Bookmark.Revision);
        Assert.Equal(ClosingReason.TokenExpired, (await NextAsync(frames)).Closing.Reason);
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => NextAsync(frames))).StatusCode);
    }

    [Fact]
    public async Task Who_falls_behind_is_told_so_and_catches_up_from_the_disk()
    {
        await using var log = await StartAsync(new() { Clock = _clock, Settings = { ["Feed:RingEvents"] = "1" } });
        await using var frames = Follow(log, new() { FromNow = new() });
        await KindsAsync(frames, 2);

        log.Commit((2375, Testfirma));
        log.Commit((2375, Testfirma));
        log.Commit((2375, Testfirma));
        Assert.Equal([Kind.FellBehind, Kind.Events, Kind.CaughtUp], await KindsAsync(frames, 3));
    }

    [Fact]
    public async Task Whoever_leaves_ends_the_stream_without_an_error()
    {
        await using var log = await StartAsync(new() { Clock = _clock });
        using var gone = new CancellationTokenSource();
        await using var frames = Follow(log, new() { FromNow = new() }, gone: gone.Token);
        await KindsAsync(frames, 2);
        var next = frames.MoveNextAsync().AsTask();
        await gone.CancelAsync();
        Assert.False(await next);
    }

    private static IAsyncEnumerator<Frame> Follow(
        WrittenLog log, WatchWorkOrdersRequest request, DateTimeOffset? ends = null, CancellationToken gone = default) =>
        log.Get<Watcher>().FollowAsync(log.Get<WatchRequests>().Read(request, Contractor, ends ?? DateTimeOffset.MaxValue), gone).GetAsyncEnumerator(gone);

    private static async Task<WatchWorkOrdersResponse> NextAsync(IAsyncEnumerator<Frame> frames) =>
        await frames.MoveNextAsync() ? frames.Current.Read() : throw new EndOfStreamException();

    private static async Task<List<Kind>> KindsAsync(IAsyncEnumerator<Frame> frames, int count)
    {
        List<Kind> kinds = [];
        while (kinds.Count < count) kinds.Add((await NextAsync(frames)).FrameCase);
        return kinds;
    }
}
