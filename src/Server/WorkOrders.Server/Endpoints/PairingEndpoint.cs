using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Accounts.Pairing;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The pairing service: hand over, hand back.</summary>
internal sealed class PairingEndpoint(PairingDesk desk, StreamLimit streams) : PairingService.PairingServiceBase
{
    [Authorize(Policies.Dispatcher)]
    public override Task<LookUpPairingResponse> LookUpPairing(LookUpPairingRequest request, ServerCallContext context) =>
        Task.FromResult(new LookUpPairingResponse { Pairing = desk.LookUp(request.UserCode, Caller.Of(context.GetHttpContext().User)) });

    [Authorize(Policies.Dispatcher)]
    public override async Task<ApprovePairingResponse> ApprovePairing(ApprovePairingRequest request, ServerCallContext context)
    {
        await desk.ApproveAsync(request, Caller.Of(context.GetHttpContext().User), context.CancellationToken);
        return new();
    }

    [Authorize(Policies.Dispatcher)]
    public override Task<DenyPairingResponse> DenyPairing(DenyPairingRequest request, ServerCallContext context)
    {
        desk.Deny(request.UserCode, Caller.Of(context.GetHttpContext().User));
        return Task.FromResult(new DenyPairingResponse());
    }

    [Authorize(Policies.Dispatcher)]
    public override Task<ListBoardsResponse> ListBoards(ListBoardsRequest request, ServerCallContext context) =>
        desk.ListAsync(board => streams.Open(board) > 0, context.CancellationToken);

    [Authorize(Policies.Dispatcher)]
    public override async Task<RevokeBoardResponse> RevokeBoard(RevokeBoardRequest request, ServerCallContext context)
    {
        await desk.RevokeAsync(request.BoardId, context.CancellationToken);
        return new();
    }
}
