using Grpc.Core;
using Microsoft.Data.Sqlite;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using Kind = WorkOrders.V1.WatchWorkOrdersResponse.FrameOneofCase;

namespace WorkOrders.Server.Tests.Feed;

/// <summary>What every client can rely on, one test each, through the real door.</summary>
public sealed class GuaranteeTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task Ordered()
    {
        using var feed = await FollowAsync("elsa");
        var head = await LiveALittleAsync();
        await feed.UntilRevisionAsync(head);
        Assert.Equal(feed.Items.Select(i => i.Place()).Order(), feed.Items.Select(i => i.Place()));
    }

    [Fact]
    public async Task Unique()
    {
        using var feed = await FollowAsync("elsa");
        var head = await LiveALittleAsync();
        await feed.UntilRevisionAsync(head);
        var ids = feed.Items.Select(i => i.Event.EventId).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Reliable()
    {
        using var feed = await FollowAsync("elsa");
        var head = await LiveALittleAsync();
        await feed.UntilRevisionAsync(head);
        var start = feed.Seen[0].Started.HeadRevision;
        var logged = (await scene.LogAsync()).Where(e => e.Revision > start && e.Revision <= head).Select(e => (e.Revision, e.Index));
        Assert.Equal(logged, feed.Items.Select(i => i.Place()).Where(p => p.Revision <= head));
    }

    [Fact]
    public async Task Atomic()
    {
        var objectNumber = $"{Random.Shared.NextInt64(10_000_000, 99_999_999)}";
        var first = await scene.OrderedAsync(objectNumber);
        await scene.OrderedAsync(objectNumber);
        using var feed = Following.Start(scene.Server.As("testfirma"), new() { FromNow = new() });
        await feed.UntilAsync(Kind.CaughtUp);

        var accepted = await scene.Firm.AcceptBundleAsync(new() { RequestId = Scene.NewId(), BundleNumber = first.BundleNumber });
        var frame = await feed.UntilAsync(f => f.Events?.Items.Any(i => i.RevisionOf() == accepted.Revision) is true);

        Assert.Equal([(accepted.Revision, 0), (accepted.Revision, 1)], frame.Events.Items.Select(i => i.Place()).Where(p => p.Revision == accepted.Revision));
    }

    [Fact]
    public async Task Resumable()
    {
        using var feed = await FollowAsync("elsa");
        var head = await LiveALittleAsync();
        await feed.UntilRevisionAsync(head);
        await scene.Server.RestartAsync();

        var half = feed.Items.ElementAt(feed.Items.Count() / 2).RevisionOf();
        using var resumed = Following.After(scene.Server.As("elsa"), LogId(feed), half);
        await resumed.UntilAsync(Kind.CaughtUp);

        Assert.Equal(feed.Items.Where(i => i.RevisionOf() > half), resumed.Items.Where(i => i.RevisionOf() <= head));
    }

    [Fact]
    public async Task Bookmarkable()
    {
        using var feed = Following.Start(scene.Server.As("testfirma"), new() { FromNow = new(), BookmarkInterval = new() { Seconds = 1 } });
        await feed.UntilAsync(Kind.CaughtUp);
        // nothing of Testfirma's
        var rivals = await scene.Elsa.RegisterWorkOrderAsync(Scene.GuideOrder(Scene.RivalId));
        var bookmark = (await feed.UntilAsync(f => f.Bookmark?.Revision >= rivals.Revision)).Bookmark;

        var own = await scene.OrderedAsync();
        using var resumed = Following.After(scene.Server.As("testfirma"), LogId(feed), bookmark.Revision);
        var next = await resumed.UntilAsync(Kind.Events);
        Assert.Equal(own.Number, next.Events.Items[0].NumberOf());
    }

    [Fact]
    public async Task Durable_before_visible()
    {
        using var feed = await FollowAsync("elsa");
        // a connection that sees what has been committed, as a crash would leave it, and nothing of what is only in memory
        await using var file = new SqliteConnection($"Data Source={Path.Combine(scene.Server.Folder, "workorders.db")};Mode=ReadOnly;Pooling=False");
        await file.OpenAsync();
        var writing = LiveALittleAsync();
        // five orders registered, accepted and completed
        while (feed.Items.Count() < 15)
        {
            var newest = (await feed.UntilAsync(Kind.Events)).Events.Items[^1].RevisionOf();
            await using var head = file.CreateCommand();
            head.CommandText = "SELECT max(revision) FROM events";
            Assert.True((long)(await head.ExecuteScalarAsync())! >= newest);
        }
        await writing;
    }

    [Fact]
    public async Task Read_your_write()
    {
        for (var i = 0; i < 20; i++)
        {
            var written = await scene.Elsa.RegisterWorkOrderAsync(Scene.GuideOrder());
            using var feed = Following.After(scene.Server.As("testfirma"), await LogIdAsync(), written.Revision - 1);
            await feed.UntilAsync(Kind.Started);
            Assert.Equal(written.WorkOrder.Number, (await feed.NextAsync()).Events.Items[0].NumberOf());
        }
    }

    [Fact]
    public async Task Scope_honest()
    {
        using var rival = Following.Start(scene.Server.As("rorjouren"), new() { FromNow = new(), BookmarkInterval = new() { Seconds = 1 } });
        await rival.UntilAsync(Kind.CaughtUp);
        var order = await scene.AcceptedAsync();
        var asked = await scene.Firm.AskQuestionAsync(new() { RequestId = Scene.NewId(), Number = order.Number, Text = "Ska blandaren bytas?" });
        await rival.UntilRevisionAsync(asked.Revision);
        Assert.Empty(rival.Items);

        var pages = await new WorkOrderFeedService.WorkOrderFeedServiceClient(scene.Server.As("rorjouren"))
            .ListWorkOrderEventsAsync(new() { Filter = new() { Numbers = { order.Number } } });
        Assert.Empty(pages.Items);
    }

    [Fact]
    public async Task Epoch_safe()
    {
        using var other = Following.After(scene.Server.As("elsa"), "another log", 1);
        Refused(await other.RefusalAsync()).Is(StatusCode.FailedPrecondition, "FEED_LOG_CHANGED");

        using var future = Following.After(scene.Server.As("elsa"), await LogIdAsync(), scene.Head + 1);
        var refusal = Refused(await future.RefusalAsync());
        refusal.Is(StatusCode.OutOfRange, "FEED_REVISION_FUTURE");
        Assert.Equal(scene.Head, refusal.Detail<FeedRange>().HeadRevision);
    }

    [Fact]
    public async Task Isolated()
    {
        // reads nothing at all, and others' events come all the same
        using var stalled = new WorkOrderFeedService.WorkOrderFeedServiceClient(scene.Server.As("elsa")).WatchWorkOrders(
            new() { After = new() { LogId = await LogIdAsync() } });
        using var feed = await FollowAsync("dispatch");
        var head = await LiveALittleAsync();
        await feed.UntilRevisionAsync(head);
    }

    [Fact]
    public async Task Exactly_once()
    {
        using var feed = await FollowAsync("elsa");
        var request = Scene.GuideOrder();
        var first = await scene.Elsa.RegisterWorkOrderAsync(request);
        await scene.Elsa.RegisterWorkOrderAsync(request);
        var last = await scene.OrderedAsync();

        await feed.UntilAsync(f => f.Events?.Items.Any(i => i.NumberOf() == last.Number) is true);
        Assert.Single(feed.Items, i => i.NumberOf() == first.WorkOrder.Number);
    }

    private static Refusal Refused(RpcException error) => new(error);

    private async Task<Following> FollowAsync(string client)
    {
        var feed = Following.Start(scene.Server.As(client), new() { FromNow = new() });
        await feed.UntilAsync(Kind.CaughtUp);
        return feed;
    }

    /// <summary>Five orders go their way at the same time. The newest revision then.</summary>
    private async Task<long> LiveALittleAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.CompletedAsync()));
        return scene.Head;
    }

    private async Task<string> LogIdAsync() =>
        (await new WorkOrderFeedService.WorkOrderFeedServiceClient(scene.Server.As("elsa")).GetFeedStatusAsync(new())).LogId;

    private static string LogId(Following feed) => feed.Seen[0].Started.LogId;
}
