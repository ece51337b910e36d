using WorkOrders.V1;

namespace WorkOrders.Board.Wall;

/// <summary>
/// Loads what a wall shows. In the browser over gRPC-Web; while a page is prerendered, the server's own query, which
/// the server registers.
/// </summary>
public delegate Task<GetWallBoardResponse> LoadWallBoard(IReadOnlyList<WallGrouping> groupings, CancellationToken cancellation);
