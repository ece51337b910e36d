using WorkOrders.V1;

namespace WorkOrders.Server.Feed;

/// <summary>What somebody wants to follow, found to be in order.</summary>
internal sealed record Watch(Scope Scope)
{
    public WatchWorkOrdersRequest.StartOneofCase Start { get; init; } = WatchWorkOrdersRequest.StartOneofCase.FromNow;

    /// <summary>The position to start after, if the start is one.</summary>
    public FeedPosition After { get; init; } = new();

    public TimeSpan BookmarkInterval { get; init; }

    /// <summary>When the caller's token or session is out of time.</summary>
    public DateTimeOffset Ends { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Cancelled when it has been ended before: the account was disabled, its password changed, its client revoked.</summary>
    public CancellationToken Over { get; init; }
}
