namespace WorkOrders.Client;

/// <summary>What a watch does if the server can't go on from its position (pruned, or another log).</summary>
public enum HistoryLost
{
    /// <summary>End with a <see cref="FeedHistoryLostException"/>.</summary>
    Throw,

    /// <summary>
    /// Start over: a <see cref="WatchedKind.Reset"/> tells the consumer to drop its picture, then the present state
    /// of every order follows. What happened in between is not told.
    /// </summary>
    StartOver,
}
