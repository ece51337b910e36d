using WorkOrders.Testing;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Feed.WrittenLog;

namespace WorkOrders.Server.Tests.Feed;

public sealed class ResumeTests
{
    /// <summary>At hand, from the disk, and a ring so small that each stream goes from one to the other.</summary>
    [Theory]
    [InlineData(1, 16_384, "testfirma")]
    [InlineData(2, 16_384, "elsa")]
    [InlineData(3, 1, "testfirma")]
    [InlineData(4, 1, "elsa")]
    [InlineData(5, 40, "testfirma")]
    [InlineData(6, 40, "elsa")]
    public async Task Resuming_after_any_revision_gives_the_rest_of_the_whole(int seed, int ringEvents, string client)
    {
        await using var log = await StartAsync(new() { Settings = { ["Feed:RingEvents"] = $"{ringEvents}", ["Feed:FrameBytes"] = "1024" } });
        var head = Random(log, new(seed), commits: 60);
        var whole = await ReadAsync(log, client, after: 0, head);
        Assert.True(whole.Count > 20);

        for (long after = 0; after <= head; after++)
            Assert.Equal(whole.Where(i => i.RevisionOf() > after), await ReadAsync(log, client, after, head));
    }

    [Theory]
    [InlineData(7, 16_384, "testfirma")]
    [InlineData(8, 1, "testfirma")]
    [InlineData(9, 1, "elsa")]
    public async Task Pages_give_what_the_stream_gives(int seed, int ringEvents, string client)
    {
        await using var log = await StartAsync(new() { Settings = { ["Feed:RingEvents"] = $"{ringEvents}" } });
        var head = Random(log, new(seed), commits: 60);
        var feed = new WorkOrderFeedService.WorkOrderFeedServiceClient(log.Server.As(client));

        List<FeedItem> items = [];
        var page = new ListWorkOrderEventsResponse { Next = new() { LogId = log.Log.LogId }, HasMore = true };
        while (page.HasMore)
        {
            page = await feed.ListWorkOrderEventsAsync(new() { After = page.Next, PageSize = 7 });
            items.AddRange(page.Items);
        }

        Assert.Equal(await ReadAsync(log, client, 0, head), items);
        Assert.Equal(head, page.Next.Revision);
    }

    /// <summary>Commits of one to four events of twelve orders, which wander between two contractors and nobody.</summary>
    private static long Random(WrittenLog log, Random random, int commits)
    {
        string?[] somebody = [Testfirma, Testfirma, Rorjouren, null];
        return log.CommitAll([.. Enumerable.Range(0, commits).Select(_ => (IReadOnlyList<Change>)[.. Enumerable.Range(0, random.Next(1, 5))
            .Select(_ => new Change(2375 + random.Next(12), somebody[random.Next(4)], new string('x', random.Next(300))))])]);
    }

    private static async Task<List<FeedItem>> ReadAsync(WrittenLog log, string client, long after, long head)
    {
        using var feed = Following.After(log.Server.As(client), log.Log.LogId, after);
        await feed.UntilAsync(f => f.CaughtUp?.Revision >= head);
        return [.. feed.Items];
    }
}
