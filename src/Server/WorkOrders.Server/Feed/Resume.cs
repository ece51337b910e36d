using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Feed;

/// <summary>Whether a position can be read on from: refused rather than silently wrong.</summary>
internal static class Resume
{
    public static void Check(FeedPosition after, FeedRange range)
    {
        if (after.LogId.Length > 0 && after.LogId != range.LogId) throw Errors.FeedLogChanged(range);
        if (after.Revision > range.HeadRevision) throw Errors.FeedRevisionFuture(range);
        if (after.Revision < range.OldestRevision - 1) throw Errors.FeedRevisionPruned(range);
    }
}
