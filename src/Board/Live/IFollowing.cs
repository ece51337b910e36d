using WorkOrders.V1;

namespace WorkOrders.Board.Live;

/// <summary>A screen, or what stands behind several, that follows the feed through a <see cref="Follower"/>.</summary>
public interface IFollowing
{
    /// <summary>The line is about to be opened: loads what is missing, and says from where to follow.</summary>
    Task<WatchWorkOrdersRequest> Begin(CancellationToken stop);

    /// <summary>A frame has come. Throws <see cref="PositionLostException"/> to load anew instead.</summary>
    void Take(WatchWorkOrdersResponse frame);

    /// <summary>All frames that were there are taken in: time to ask for more, if they alone are not enough.</summary>
    Task Settle(CancellationToken stop) => Task.CompletedTask;

    /// <summary>The place that was followed from is not in the log (any more).</summary>
    void PositionIsLost();
}
