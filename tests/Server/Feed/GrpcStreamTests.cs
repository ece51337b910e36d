using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Endpoints;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Feed.WrittenLog;
using Kind = WorkOrders.V1.WatchWorkOrdersResponse.FrameOneofCase;

namespace WorkOrders.Server.Tests.Feed;

/// <summary>Streams as the server's doors give and end them.</summary>
public sealed class GrpcStreamTests
{
    [Fact]
    public async Task One_account_has_so_many_streams_at_a_time()
    {
        await using var server = await TestServer.StartAsync(new() { Settings = { ["Limits:StreamsPerSession"] = "2" } });
        using var first = await OpenAsync(server, "testfirma");
        using (await OpenAsync(server, "testfirma"))
        {
            using var third = Following.Start(server.As("testfirma"), new() { FromNow = new() });
            var refusal = await third.RefusalAsync();
            new Refusal(refusal).Is(StatusCode.ResourceExhausted, "WATCH_LIMIT_EXCEEDED");
            Assert.NotNull(refusal.GetRpcStatus()!.GetDetail<RetryInfo>());
            using var others = await OpenAsync(server, "rorjouren");
        }
        // whoever has closed one may open another, as soon as the server has noticed
        while (server.Services.GetRequiredService<StreamLimit>().Open("testfirma") > 1) await Task.Yield();
        using var again = await OpenAsync(server, "testfirma");
    }

    [Fact]
    public async Task A_server_that_goes_down_says_so_first()
    {
        await using var log = await StartAsync();
        log.Commit((2375, Testfirma));
        using var feed = await OpenAsync(log.Server, "testfirma");
        await feed.UntilAsync(Kind.CaughtUp);
        var stopping = log.Server.StopAsync();

        var refusal = await feed.RefusalAsync();
        await stopping;
        await log.Server.StartAgainAsync();

        Assert.Equal([Kind.Bookmark, Kind.Closing], feed.Seen.TakeLast(2).Select(f => f.FrameCase));
        Assert.Equal((1, ClosingReason.ServerDraining), (feed.Seen[^2].Bookmark.Revision, feed.Seen[^1].Closing.Reason));
        new Refusal(refusal).Is(StatusCode.Unavailable, "SERVER_DRAINING");
    }

    [Fact]
    public async Task A_watcher_that_takes_nothing_in_is_cut_and_others_go_on()
    {
        await using var log = await StartAsync(new() { Settings = { ["Feed:WriteSeconds"] = "2" } });
        using var stalled = new WorkOrderFeedService.WorkOrderFeedServiceClient(log.Server.As("testfirma")).WatchWorkOrders(new() { FromNow = new() });
        Assert.True(await stalled.ResponseStream.MoveNext(default));
        using var reading = await OpenAsync(log.Server, "elsa");

        // more than any buffer between takes
        IReadOnlyList<Change> big = [.. Enumerable.Range(0, 20).Select(_ => new Change(2375, Testfirma, new string('x', 4_000)))];
        var read = reading.UntilRevisionAsync(200);
        for (var i = 0; i < 200; i++)
        {
            log.CommitAll([big]);
            // the one that reads must not stall because this machine is slow
            await Task.Yield();
        }
        await read;
        Assert.Equal(4_000, reading.Items.Count());
        while (!log.Server.Log.Lines.Any(l => l.Contains("was cut off", StringComparison.Ordinal)))
        {
            log.Commit((2376, Rorjouren));
            await reading.UntilRevisionAsync(log.Log.Head);
        }

        // it gets what was on its way, then the end, and can resume
        var cut = await Assert.ThrowsAnyAsync<RpcException>(async () =>
        {
            while (await stalled.ResponseStream.MoveNext(default)) { }
        });
        Assert.NotEqual(StatusCode.OK, cut.StatusCode);
        using var resumed = Following.After(log.Server.As("testfirma"), log.Log.LogId);
        await resumed.UntilRevisionAsync(200);
    }

    [Fact]
    public async Task A_stream_ends_when_its_token_does()
    {
        var clock = new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var server = await TestServer.StartAsync(new() { Clock = clock, Settings = { ["Accounts:TokenMinutes"] = "5" } });
        using var feed = await OpenAsync(server, "testfirma");
        await feed.UntilAsync(Kind.CaughtUp);
        clock.Advance(TimeSpan.FromMinutes(4.9));
        await feed.UntilAsync(Kind.Bookmark);
        clock.Advance(TimeSpan.FromMinutes(0.1));

        new Refusal(await feed.RefusalAsync()).Is(StatusCode.Unauthenticated, "TOKEN_EXPIRED");
        Assert.Equal(ClosingReason.TokenExpired, feed.Seen[^1].Closing.Reason);
    }

    private static async Task<Following> OpenAsync(TestServer server, string client)
    {
        var feed = Following.Start(server.As(client), new() { FromNow = new() });
        await feed.UntilAsync(Kind.Started);
        return feed;
    }
}
