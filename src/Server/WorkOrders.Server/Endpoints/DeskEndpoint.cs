using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Queries;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The desk service: hand over, hand back.</summary>
internal sealed class DeskEndpoint(DeskQueries desk, Messages messages, Orderers orderers) : DeskService.DeskServiceBase
{
    [Authorize(Policies.Landlord)]
    public override Task<GetDeskResponse> GetDesk(GetDeskRequest request, ServerCallContext context) =>
        Task.FromResult(desk.Get(request, CallerOf(context)));

    [Authorize(Policies.Landlord)]
    public override Task<ListMessagesResponse> ListMessages(ListMessagesRequest request, ServerCallContext context) =>
        Task.FromResult(messages.List(request, CallerOf(context)));

    [Authorize(Policies.Landlord)]
    public override Task<MarkMessagesReadResponse> MarkMessagesRead(MarkMessagesReadRequest request, ServerCallContext context) =>
        Task.FromResult(messages.MarkRead(request, CallerOf(context)));

    [Authorize(Policies.Landlord)]
    public override async Task<ListOrderersResponse> ListOrderers(ListOrderersRequest request, ServerCallContext context) =>
        new() { Orderers = { await orderers.ListAsync(context.CancellationToken) } };

    [Authorize(Policies.Landlord)]
    public override Task<GetMyAbsenceResponse> GetMyAbsence(GetMyAbsenceRequest request, ServerCallContext context) =>
        Task.FromResult(orderers.AbsenceOf(CallerOf(context)));

    [Authorize(Policies.Landlord)]
    public override async Task<SetMyAbsenceResponse> SetMyAbsence(SetMyAbsenceRequest request, ServerCallContext context) =>
        new() { Absence = await orderers.SetAbsenceAsync(CallerOf(context), request.Absence, context.CancellationToken) };

    [Authorize(Policies.Dispatcher)]
    public override async Task<SetTeamResponse> SetTeam(SetTeamRequest request, ServerCallContext context)
    {
        await orderers.SetTeamAsync(request, context.CancellationToken);
        return new();
    }

    private static Domain.Actor CallerOf(ServerCallContext context) => Caller.Of(context.GetHttpContext().User);
}
