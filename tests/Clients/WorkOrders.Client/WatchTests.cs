using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Client.Tests;

public sealed class WatchTests
{
    private static readonly WatchOptions FromTheBeginning = new()
    {
        Start = WatchStart.Beginning,
        BookmarkInterval = TimeSpan.FromSeconds(1),
    };

    [Fact]
    public async Task A_watch_that_lives_through_restarts_tells_each_event_once_and_in_order()
    {
        await using var site = await Site.OpenAsync();
        var contractor = site.As("testfirma").WorkOrders;
        await using var watch = site.As("dispatch").WatchAsync(FromTheBeginning, site.Patience).GetAsyncEnumerator();
        List<long> told = [.. await ReadAsync(watch, Site.Seeded)];

        for (var round = 0; round < 3; round++)
        {
            var before = await NoteAsync(contractor, site);
            await site.Server.RestartAsync();
            var after = await NoteAsync(contractor, site);
            told.AddRange(await ReadAsync(watch, after));
            Assert.Contains(before, told);
        }

        Assert.Equal(Enumerable.Range(1, told.Count).Select(revision => (long)revision), told);
    }

    [Fact]
    public async Task A_watch_goes_on_where_the_last_one_ended()
    {
        await using var site = await Site.OpenAsync();
        var contractor = site.As("testfirma").WorkOrders;
        var options = FromTheBeginning with { Checkpoint = new MemoryCheckpoint() };
        var last = await NoteAsync(contractor, site);
        await using (var first = site.As("testfirma").WatchAsync(options, site.Patience).GetAsyncEnumerator())
        {
            await ReadAsync(first, last);
            // The next item is asked for: so the last one has been taken in.
            var next = await NoteAsync(contractor, site);
            Assert.Equal([next], await ReadAsync(first, next));
        }

        await using var second = site.As("testfirma").WatchAsync(options, site.Patience).GetAsyncEnumerator();
        Assert.True(await second.MoveNextAsync());

        // The item that the first watch was left with had not been taken in for certain: it comes again, and nothing before it.
        Assert.Equal(last + 1, second.Current.Revision);
    }

    [Fact]
    public async Task A_consumer_that_fails_in_the_middle_gets_the_item_again()
    {
        await using var site = await Site.OpenAsync();
        var checkpoint = new MemoryCheckpoint();
        var options = FromTheBeginning with { Checkpoint = checkpoint };
        await using (var failing = site.As("testfirma").WatchAsync(options, site.Patience).GetAsyncEnumerator())
            Assert.True(await failing.MoveNextAsync());

        Assert.Equal(0, (await checkpoint.LoadAsync(default))!.Revision);
    }

    [Fact]
    public async Task An_idle_feed_moves_the_position_on_past_what_is_not_in_scope()
    {
        await using var site = await Site.OpenAsync();
        var checkpoint = new Recorded();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(site.Patience);
        var watching = Task.Run(async () =>
        {
            await foreach (var item in site.As("rorjouren").WatchAsync(FromTheBeginning with { Checkpoint = checkpoint }, end.Token))
                Assert.Fail($"Söderorts Rörjour was told of {item.Number}");
        });

        var revision = await NoteAsync(site.As("testfirma").WorkOrders, site);
        await checkpoint.ReachedAsync(revision, site.Patience);
        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task The_initial_state_comes_before_what_happens()
    {
        await using var site = await Site.OpenAsync();
        var options = FromTheBeginning with { Start = WatchStart.InitialState };
        await using var watch = site.As("testfirma").WatchAsync(options, site.Patience).GetAsyncEnumerator();

        List<WatchedItem> items = [];
        while (items.LastOrDefault()?.Kind != WatchedKind.InitialStateEnd && await watch.MoveNextAsync())
            items.Add(watch.Current);
        var revision = await NoteAsync(site.As("testfirma").WorkOrders, site);
        Assert.True(await watch.MoveNextAsync());

        Assert.Equal(
            [WatchedKind.Reset, WatchedKind.State, WatchedKind.State, WatchedKind.State, WatchedKind.InitialStateEnd],
            items.Select(item => item.Kind));
        Assert.Equal([2375, 2376, 2377], items.Where(item => item.State is not null).Select(item => item.Number).Order());
        Assert.All(items.SkipLast(1), item => Assert.Null(item.Position));
        Assert.Equal((WatchedKind.Event, revision), (watch.Current.Kind, watch.Current.Revision));
    }

    [Fact]
    public async Task An_order_that_is_taken_away_leaves_with_its_number_only()
    {
        await using var site = await Site.OpenAsync();
        await using var watch = site.As("testfirma").WatchAsync(FromTheBeginning, site.Patience).GetAsyncEnumerator();
        await ReadAsync(watch, Site.Seeded);

        var reassign = new ReassignWorkOrderRequest { Number = 2375, ContractorId = "1999/10001", Reason = "Försenad" };
        await site.As("dispatch").WorkOrders.ReassignWorkOrderAsync(reassign, cancellationToken: site.Patience);
        Assert.True(await watch.MoveNextAsync());

        Assert.Equal((WatchedKind.Left, 2375), (watch.Current.Kind, watch.Current.Number));
        Assert.Null(watch.Current.Event);
    }

    [Fact]
    public async Task A_connection_that_falls_silent_is_given_up_and_made_anew()
    {
        await using var site = await Site.OpenAsync();
        var wire = site.Wire();
        await using var watch = site.As("testfirma", wire.Address).WatchAsync(FromTheBeginning, site.Patience).GetAsyncEnumerator();
        await ReadAsync(watch, Site.Seeded);

        wire.Silence();
        var revision = await NoteAsync(site.As("testfirma").WorkOrders, site);

        Assert.Equal([revision], await ReadAsync(watch, revision));
        Assert.Contains(site.Log.Lines, line => line.Contains("Nothing was heard of the feed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_watch_tells_how_its_connection_fares()
    {
        await using var site = await Site.OpenAsync();
        List<WatchState> states = [];
        var options = FromTheBeginning with { StateChanged = states.Add };
        await using var watch = site.As("testfirma").WatchAsync(options, site.Patience).GetAsyncEnumerator();
        await ReadAsync(watch, Site.Seeded);
        await site.Server.RestartAsync();
        await ReadAsync(watch, await NoteAsync(site.As("testfirma").WorkOrders, site));

        WatchState[] oneConnection = [WatchState.Connecting, WatchState.CatchingUp];
        Assert.Equal(oneConnection, states.Take(2));
        Assert.Equal(2, states.Count(state => state == WatchState.Connecting));
    }

    [Fact]
    public async Task A_position_in_another_log_is_refused()
    {
        await using var site = await Site.OpenAsync();
        var options = FromTheBeginning with { Start = WatchStart.After(
            new FeedPosition { LogId = Guid.NewGuid().ToString(), Revision = 1 }) };
        await using var watch = site.As("testfirma").WatchAsync(options, site.Patience).GetAsyncEnumerator();

        var lost = await Assert.ThrowsAsync<FeedHistoryLostException>(async () => await watch.MoveNextAsync());

        Assert.Equal(ErrorReason.FeedLogChanged, lost.Reason);
        Assert.True(lost.Range.HeadRevision >= 3);
    }

    [Fact]
    public async Task A_watch_whose_history_is_lost_starts_over_at_wish()
    {
        await using var site = await Site.OpenAsync();
        var checkpoint = new MemoryCheckpoint();
        await checkpoint.SaveAsync(new FeedPosition { LogId = Guid.NewGuid().ToString(), Revision = 17 }, default);
        var options = FromTheBeginning with { Checkpoint = checkpoint, OnHistoryLost = HistoryLost.StartOver };
        await using var watch = site.As("testfirma").WatchAsync(options, site.Patience).GetAsyncEnumerator();

        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(WatchedKind.Reset, watch.Current.Kind);
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(WatchedKind.State, watch.Current.Kind);
    }

    [Fact]
    public async Task Refused_credentials_end_a_watch()
    {
        await using var site = await Site.OpenAsync();
        await using var watch = site.As("testfirma", secret: "wrong").WatchAsync(FromTheBeginning, site.Patience).GetAsyncEnumerator();

        var refusal = await Assert.ThrowsAsync<WorkOrdersException>(async () => await watch.MoveNextAsync());

        Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
    }

    /// <summary>The revisions up to and with this one.</summary>
    private static async Task<IReadOnlyList<long>> ReadAsync(IAsyncEnumerator<WatchedItem> watch, long until)
    {
        List<long> revisions = [];
        while (await watch.MoveNextAsync())
        {
            revisions.Add(watch.Current.Revision);
            if (watch.Current.Revision == until)
                return revisions;
        }

        throw new InvalidOperationException("A watch has no end of its own.");
    }

    private static async Task<long> NoteAsync(WorkOrderService.WorkOrderServiceClient contractor, Site site) =>
        (await contractor.AddNoteAsync(new AddNoteRequest { Number = 2376, Phrase = "Tid är bokad med kund" }, cancellationToken: site.Patience)).Revision;
}
