using Grpc.Core;
using WorkOrders.V1;
using Frame = WorkOrders.V1.WatchTenantOrdersResponse;

namespace WorkOrders.Server.Tests.Tenants;

/// <summary>A tenant portal that reads its feed frame by frame, and gives up if nothing comes.</summary>
internal sealed class TenantFollowing(AsyncServerStreamingCall<Frame> call) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public List<Frame> Seen { get; } = [];

    public IEnumerable<TenantItem> Items => Seen.Where(f => f.Items is not null).SelectMany(f => f.Items.Items);

    public string LogId => Seen[0].Started.LogId;

    public static TenantFollowing Start(CallInvoker caller, WatchTenantOrdersRequest request) =>
        new(new TenantService.TenantServiceClient(caller).WatchTenantOrders(request));

    public static TenantFollowing After(CallInvoker caller, string logId, long revision = 0) =>
        Start(caller, new() { After = new() { LogId = logId, Revision = revision } });

    /// <summary>From now on, caught up.</summary>
    public static async Task<TenantFollowing> FromNowAsync(CallInvoker caller)
    {
        var feed = Start(caller, new() { FromNow = new(), BookmarkInterval = new() { Seconds = 1 } });
        await feed.UntilAsync(f => f.CaughtUp is not null);
        return feed;
    }

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

    /// <summary>Until everything up to and with the revision has been taken in.</summary>
    public Task<Frame> UntilRevisionAsync(long revision) => UntilAsync(f =>
        f.Items?.Items.Any(i => i.Revision >= revision) is true || f.CaughtUp?.Revision >= revision || f.Bookmark?.Revision >= revision);

    /// <summary>Reads to the end, which must be a refusal.</summary>
    public async Task<RpcException> RefusalAsync() => await Assert.ThrowsAsync<RpcException>(() => UntilAsync(_ => false));

    public void Dispose() => call.Dispose();
}
