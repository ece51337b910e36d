using Grpc.Core;
using WorkOrders.V1;
using Frame = WorkOrders.V1.WatchWorkOrdersResponse;

namespace WorkOrders.Server.Tests.Feed;

/// <summary>A client of the feed that reads frame by frame and gives up, with what it has seen, if nothing comes.</summary>
internal sealed class Following(AsyncServerStreamingCall<Frame> call) : IDisposable
{
    /// <summary>For each frame: machines that build something else beside are slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public List<Frame> Seen { get; } = [];

    public IEnumerable<FeedItem> Items => Seen.Where(f => f.Events is not null).SelectMany(f => f.Events.Items);

    public static Following Start(CallInvoker caller, WatchWorkOrdersRequest request) =>
        new(new WorkOrderFeedService.WorkOrderFeedServiceClient(caller).WatchWorkOrders(request));

    /// <summary>From the beginning of the log, or after a position in it.</summary>
    public static Following After(CallInvoker caller, string logId, long revision = 0) =>
        Start(caller, new() { After = new() { LogId = logId, Revision = revision } });

    public async Task<Frame> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        if (!await call.ResponseStream.MoveNext(patience.Token)) throw new EndOfStreamException($"Ended after: {string.Join("\n", Seen)}");
        Seen.Add(call.ResponseStream.Current);
        return call.ResponseStream.Current;
    }

    public async Task<Frame> UntilAsync(Func<Frame, bool> found)
    {
        while (true)
            if (await NextAsync() is var frame && found(frame)) return frame;
    }

    public Task<Frame> UntilAsync(Frame.FrameOneofCase kind) => UntilAsync(f => f.FrameCase == kind);

    /// <summary>Until everything up to and with the revision has been taken in.</summary>
    public Task<Frame> UntilRevisionAsync(long revision) => UntilAsync(f => f.FrameCase switch
    {
        Frame.FrameOneofCase.Events => f.Events.Items.Any(i => i.RevisionOf() >= revision),
        Frame.FrameOneofCase.CaughtUp => f.CaughtUp.Revision >= revision,
        Frame.FrameOneofCase.Bookmark => f.Bookmark.Revision >= revision,
        _ => false,
    });

    /// <summary>Reads to the end, which must be a refusal.</summary>
    public async Task<RpcException> RefusalAsync() => await Assert.ThrowsAsync<RpcException>(() => UntilAsync(_ => false));

    public void Dispose() => call.Dispose();
}

internal static class FeedItems
{
    public static long RevisionOf(this FeedItem item) => item.Event?.Revision ?? item.Left?.Revision ?? item.State.Revision;

    public static long NumberOf(this FeedItem item) => item.Event?.Number ?? item.Left?.Number ?? item.State.Summary.Number;

    /// <summary>Where it is in the log.</summary>
    public static (long Revision, int Index) Place(this FeedItem item) => (item.RevisionOf(), item.Event?.Index ?? item.Left?.Index ?? 0);
}
