using Grpc.Core;
using WorkOrders.Server.Tests.Feed;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Feed.WrittenLog;

namespace WorkOrders.Server.Tests.Tenants;

/// <summary>The promises of the feed, to the tenant portal.</summary>
public sealed class TenantFeedTests(Scene scene) : IClassFixture<Scene>
{
    private CallInvoker Portal => scene.Server.As("minasidor");

    [Fact]
    public async Task It_is_ordered_unique_and_reliable()
    {
        using var feed = await TenantFollowing.FromNowAsync(Portal);
        var start = scene.Head;
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.CompletedAsync()));
        var last = scene.Head;
        await feed.UntilRevisionAsync(last);

        var logged = (await scene.LogAsync()).Where(e => e.Revision > start && e.Revision <= last);
        // placed, accepted and done: five times, and nothing of it hidden from tenants
        Assert.Equal(15, feed.Items.Count());
        Assert.Equal(logged.Select(e => (e.Revision, e.Index, $"{e.EventId}")), feed.Items.Select(i => (i.Revision, i.Index, i.EventId)));
    }

    [Fact]
    public async Task A_commit_comes_whole()
    {
        var objectNumber = $"{Random.Shared.NextInt64(10_000_000, 99_999_999)}";
        var first = await scene.OrderedAsync(objectNumber);
        await scene.OrderedAsync(objectNumber);
        using var feed = await TenantFollowing.FromNowAsync(Portal);

        var accepted = await scene.Firm.AcceptBundleAsync(new() { RequestId = Scene.NewId(), BundleNumber = first.BundleNumber });

        var frame = await feed.UntilAsync(f => f.Items is not null);
        Assert.Equal([(accepted.Revision, 0), (accepted.Revision, 1)], frame.Items.Items.Select(i => (i.Revision, i.Index)));
    }

    [Fact]
    public async Task It_goes_on_after_a_restart_where_it_was()
    {
        using var feed = await TenantFollowing.FromNowAsync(Portal);
        await scene.CompletedAsync();
        await scene.CompletedAsync();
        var head = scene.Head;
        await feed.UntilRevisionAsync(head);
        await scene.Server.RestartAsync();

        var half = feed.Items.ElementAt(2).Revision;
        using var resumed = TenantFollowing.After(Portal, feed.LogId, half);
        await resumed.UntilAsync(f => f.CaughtUp is not null);

        Assert.Equal(feed.Items.Where(i => i.Revision > half), resumed.Items.Where(i => i.Revision <= head));
    }

    [Fact]
    public async Task A_bookmark_moves_on_over_what_tenants_do_not_see()
    {
        var order = await scene.OrderedAsync();
        using var feed = await TenantFollowing.FromNowAsync(Portal);
        var asked = await scene.Firm.AskQuestionAsync(new() { RequestId = Scene.NewId(), Number = order.Number, Text = "Ska blandaren bytas?" });
        var bookmark = (await feed.UntilAsync(f => f.Bookmark?.Revision >= asked.Revision)).Bookmark;
        Assert.Empty(feed.Items);

        var accepted = await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = order.Number });
        using var resumed = TenantFollowing.After(Portal, feed.LogId, bookmark.Revision);
        Assert.Equal(accepted.Revision, (await resumed.UntilAsync(f => f.Items is not null)).Items.Items[0].Revision);
    }

    [Fact]
    public async Task A_position_in_another_log_or_ahead_of_this_one_is_refused()
    {
        using var feed = await TenantFollowing.FromNowAsync(Portal);
        using var other = TenantFollowing.After(Portal, "another log", 1);
        new Refusal(await other.RefusalAsync()).Is(StatusCode.FailedPrecondition, "FEED_LOG_CHANGED");
        using var future = TenantFollowing.After(Portal, feed.LogId, scene.Head + 1_000);
        new Refusal(await future.RefusalAsync()).Is(StatusCode.OutOfRange, "FEED_REVISION_FUTURE");
        using var nowhere = TenantFollowing.Start(Portal, new() { Filter = new() { Numbers = { Enumerable.Range(1, 1_001).Select(n => (long)n) } } });
        Assert.Equal(["filter.numbers", "start"], new Refusal(await nowhere.RefusalAsync()).Fields);
    }

    [Fact]
    public async Task It_tells_of_the_orders_that_were_asked_for_alone_and_begins_with_how_they_stand()
    {
        var order = await scene.AcceptedAsync();
        using var feed = TenantFollowing.Start(Portal, new() { InitialState = new(), Filter = new() { Numbers = { order.Number } } });
        await feed.UntilAsync(f => f.InitialStateEnd is not null);
        await scene.CompletedAsync();
        var done = await scene.Firm.CompleteWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = order.Number, ActionPerformed = "Bytt" });
        await feed.UntilRevisionAsync(done.Revision);

        Assert.Equal(
            [(TenantNewsKind.Unspecified, TenantStatus.Accepted), (TenantNewsKind.Done, TenantStatus.Done)],
            feed.Items.Select(i => (i.Kind, i.Order.Status)));
        Assert.All(feed.Items, i => Assert.Equal(order.Number, i.Order.Number));
        Assert.Equal("Arbetet är utfört.", feed.Items.Last().Text.Swedish);
        Assert.Equal([order.Number], feed.Seen[0].Started.EffectiveFilter.Numbers);
    }

    [Fact]
    public async Task What_is_no_longer_at_hand_comes_from_the_disk_without_what_tenants_do_not_see()
    {
        await using var log = await StartAsync(new() { Settings = { ["Feed:RingEvents"] = "10" } });
        log.Commit(new Change(2375, Testfirma, Phrase: "Material är beställt"));
        // more than a stream looks at before it lets go of what it reads from
        log.CommitAll([.. Enumerable.Range(0, 3_000).Select(_ => (IReadOnlyList<Change>)[new Change(2375, Testfirma, "HEMLIGT")])]);
        var last = log.Commit(new Change(2375, Testfirma, Phrase: "Tid är bokad med kund"));

        using var feed = TenantFollowing.After(log.Server.As("minasidor"), log.Log.LogId);
        await feed.UntilAsync(f => f.CaughtUp?.Revision == last);
        Assert.Equal([1, last], feed.Items.Select(i => i.Revision));
        Assert.Equal(["Material är beställt", "Tid är bokad med kund"], feed.Items.Select(i => i.Text.Swedish));
    }

    [Fact]
    public async Task A_portal_that_takes_nothing_in_is_cut_and_others_go_on()
    {
        await using var log = await StartAsync(new() { Settings = { ["Feed:WriteSeconds"] = "2" } });
        using var stalled = new TenantService.TenantServiceClient(log.Server.As("minasidor")).WatchTenantOrders(new() { FromNow = new() });
        Assert.True(await stalled.ResponseStream.MoveNext(default));
        using var reading = Following.Start(log.Server.As("elsa"), new() { FromNow = new() });

        // more than any buffer between takes
        IReadOnlyList<Change> big = [.. Enumerable.Range(0, 20).Select(_ => new Change(2375, Testfirma, Phrase: new('x', 4_000)))];
        var read = reading.UntilRevisionAsync(150);
        for (var i = 0; i < 150; i++)
        {
            log.CommitAll([big]);
            await Task.Yield();
        }
        await read;
        while (!log.Server.Log.Lines.Any(l => l.Contains("was cut off", StringComparison.Ordinal)))
        {
            log.Commit((2376, Rorjouren));
            await reading.UntilRevisionAsync(log.Log.Head);
        }

        await Assert.ThrowsAnyAsync<RpcException>(async () =>
        {
            while (await stalled.ResponseStream.MoveNext(default)) { }
        });
        using var resumed = TenantFollowing.After(log.Server.As("minasidor"), log.Log.LogId);
        await resumed.UntilRevisionAsync(150);
        Assert.Equal(3_000, resumed.Items.Count(i => i.Revision <= 150));
    }

    [Fact]
    public async Task A_server_that_goes_down_says_so_first()
    {
        await using var log = await StartAsync();
        using var feed = await TenantFollowing.FromNowAsync(log.Server.As("minasidor"));
        var stopping = log.Server.StopAsync();
        var refusal = await feed.RefusalAsync();
        await stopping;
        await log.Server.StartAgainAsync();

        Assert.Equal(ClosingReason.ServerDraining, feed.Seen[^1].Closing.Reason);
        new Refusal(refusal).Is(StatusCode.Unavailable, "SERVER_DRAINING");
    }

    [Fact]
    public void Its_frames_have_the_numbers_of_everybodys()
    {
        var (everybodys, tenants) = (WatchWorkOrdersResponse.Descriptor, WatchTenantOrdersResponse.Descriptor);
        Assert.Equal(everybodys.Fields.InFieldNumberOrder().Select(f => f.FieldNumber), tenants.Fields.InFieldNumberOrder().Select(f => f.FieldNumber));
        Assert.Equal(
            everybodys.Fields.InFieldNumberOrder().Where(f => f.Name != "events").Select(f => f.MessageType),
            tenants.Fields.InFieldNumberOrder().Where(f => f.Name != "items").Select(f => f.MessageType));
        Assert.Equal(Events.ItemsFieldNumber, TenantItems.ItemsFieldNumber);
    }
}
