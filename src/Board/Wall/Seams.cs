using WorkOrders.V1;

namespace WorkOrders.Board.Wall;

/// <summary>
/// Loads what a wall shows. In the browser over gRPC-Web; while a page is prerendered, the server's own query, which
/// the server registers.
/// </summary>
public delegate Task<GetWallBoardResponse> LoadWallBoard(CancellationToken cancellation);

/// <summary>
/// Follows the feed: whatever has arrived since the last look, in one batch. Ends with the stream, throws what broke it.
/// </summary>
public delegate IAsyncEnumerable<IReadOnlyList<WatchWorkOrdersResponse>> WatchWall(WatchWorkOrdersRequest request, CancellationToken cancellation);

/// <summary>The server answers, but not to this caller: nobody is signed in, or not as somebody who may see the wall.</summary>
public sealed class SignedOutException(Exception inner) : Exception("Not signed in.", inner);

/// <summary>The feed can't go on from where the board stands: another log, or too long ago. A snapshot starts anew.</summary>
public sealed class PositionLostException(Exception? inner = null) : Exception("The position is not in the log.", inner);
