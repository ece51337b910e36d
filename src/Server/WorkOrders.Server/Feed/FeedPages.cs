using Google.Protobuf.WellKnownTypes;
using WorkOrders.Server.Store;
using WorkOrders.V1;

namespace WorkOrders.Server.Feed;

/// <summary>The log without a stream: page by page, and where it stands.</summary>
internal sealed class FeedPages(Ring ring, LogPages disk, CommittedLog log, TimeProvider clock)
{
    private const int DefaultPage = 50, MaxPage = 200, MaxBytes = 1024 * 1024;

    public ListWorkOrderEventsResponse List(Scope scope, FeedPosition? after, int pageSize)
    {
        var range = Range;
        Resume.Check(after ?? new(), range);

        var batch = new Batch(scope, after?.Revision ?? 0, MaxBytes, pageSize == 0 ? DefaultPage : Math.Min(pageSize, MaxPage));
        if (!ring.TryRead(batch)) disk.Read(batch, range.HeadRevision);
        return new()
        {
            Items = { batch.Items.Select(i => i.Read()) },
            Next = new() { LogId = range.LogId, Revision = batch.Position },
            HasMore = batch.Position < ring.Head,
        };
    }

    public GetFeedStatusResponse Status() => new()
    {
        LogId = log.LogId,
        HeadRevision = ring.Head,
        OldestRevision = log.Oldest,
        ServerTime = clock.GetUtcNow().ToTimestamp(),
    };

    private FeedRange Range => new() { LogId = log.LogId, OldestRevision = log.Oldest, HeadRevision = ring.Head };
}
