using WorkOrders.V1;

namespace WorkOrders.Board.Live;

/// <summary>
/// Follows the feed: whatever has arrived since the last look, in one batch. Ends with the stream, throws what broke it.
/// </summary>
public delegate IAsyncEnumerable<IReadOnlyList<WatchWorkOrdersResponse>> WatchFeed(WatchWorkOrdersRequest request, CancellationToken cancellation);

/// <summary>The server answers, but not to this caller: nobody is signed in, or not as somebody who may see this.</summary>
public sealed class SignedOutException(Exception inner) : Exception("Not signed in.", inner);

/// <summary>The feed can't go on from where the screen stands: another log, or too long ago. It has to load anew.</summary>
public sealed class PositionLostException(Exception? inner = null) : Exception("The position is not in the log.", inner);
