using Grpc.Core;
using WorkOrders.Board.Live;
using WorkOrders.V1;

namespace WorkOrders.Board.Wall;

/// <summary>The wall's snapshots, from the server.</summary>
internal sealed class WallServer(CallInvoker calls)
{
    /// <summary>More than any panel shows, so that a list seldom drains and needs another snapshot.</summary>
    private const int ListSize = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly WorkOrderService.WorkOrderServiceClient _orders = new(calls);

    public async Task<GetWallBoardResponse> LoadAsync(IReadOnlyList<WallGrouping> groupings, CancellationToken cancellation)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            return await _orders.GetWallBoardAsync(new GetWallBoardRequest { ListSize = ListSize, Groupings = { groupings } }, cancellationToken: patience.Token);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unauthenticated or StatusCode.PermissionDenied)
        {
            throw new SignedOutException(e);
        }
    }
}
