using WorkOrders.V1;
using static WorkOrders.Server.Tests.Feed.WrittenLog;
using Kind = WorkOrders.V1.WatchWorkOrdersResponse.FrameOneofCase;

namespace WorkOrders.Server.Tests.Feed;

public sealed class InitialStateTests
{
    [Fact]
    public async Task It_holds_every_order_in_scope_once_and_nothing_else()
    {
        await using var log = await StartAsync();
        log.Commit((2375, Testfirma), (2376, Rorjouren), (2377, Testfirma));
        log.Commit((2377, null), (2378, Testfirma));

        using var feed = Following.Start(log.Server.As("testfirma"), new() { InitialState = new() });
        var end = await feed.UntilAsync(Kind.InitialStateEnd);

        Assert.Equal(2, end.InitialStateEnd.Revision);
        Assert.Equal([(2375L, 1L), (2378L, 2L)], feed.Items.Select(i => (i.State.Summary.Number, i.State.Revision)));
        Assert.All(feed.Items, i => Assert.Equal(ScopeChange.Entered, i.Scope));
    }

    [Theory]
    [InlineData("testfirma", 1)]
    [InlineData("testfirma", 2)]
    [InlineData("elsa", 3)]
    public async Task With_writes_going_on_there_is_no_gap_and_no_duplicate(string client, int seed)
    {
        await using var log = await StartAsync();
        var random = new Random(seed);
        string?[] somebody = [Testfirma, Rorjouren, null];
        Change Random() => new(1 + random.Next(1_500), somebody[random.Next(3)]);
        // more than two pages
        log.CommitAll([.. Enumerable.Range(1, 1_500).Select(n => (IReadOnlyList<Change>)[new(n, somebody[random.Next(3)])])]);
        using var stop = new CancellationTokenSource();
        var writes = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested) log.CommitAll([.. Enumerable.Range(0, 20).Select(_ => (IReadOnlyList<Change>)[Random(), Random()])]);
        });

        using var feed = Following.Start(log.Server.As(client), new() { InitialState = new(), BookmarkInterval = new() { Seconds = 1 } });
        var end = (await feed.UntilAsync(Kind.InitialStateEnd)).InitialStateEnd.Revision;
        var states = feed.Items.ToList();
        await stop.CancelAsync();
        await writes;
        var head = log.Log.Head;
        await feed.UntilAsync(f => f.CaughtUp?.Revision >= head || f.Bookmark?.Revision >= head);
        var events = feed.Items.Skip(states.Count).ToList();

        using var whole = Following.After(log.Server.As(client), log.Log.LogId);
        await whole.UntilAsync(f => f.CaughtUp?.Revision >= head);

        // exactly what folding the log up to there gives, and then exactly what comes after
        var folded = whole.Items.Where(i => i.RevisionOf() <= end).GroupBy(i => i.NumberOf()).Select(g => g.Last()).Where(i => i.Event is not null);
        Assert.Equal(folded.Select(i => (i.NumberOf(), i.RevisionOf())).Order(), states.Select(i => (i.NumberOf(), i.RevisionOf())).Order());
        Assert.Equal(folded.Select(i => i.Event.Summary).OrderBy(s => s.Number), states.Select(i => i.State.Summary).OrderBy(s => s.Number));
        Assert.Equal(whole.Items.Where(i => i.RevisionOf() > end), events);
    }
}
