using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The lifecycle service, commands about deadlines and visits: translate, hand over, translate back.</summary>
internal sealed partial class WorkOrderEndpoint
{
    [Authorize(Policies.Orders)]
    public override async Task<SetWorkOrderPriorityResponse> SetWorkOrderPriority(SetWorkOrderPriorityRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(DeadlineRequests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<RecordTenantContactResponse> RecordTenantContact(RecordTenantContactRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(DeadlineRequests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<PauseWorkOrderResponse> PauseWorkOrder(PauseWorkOrderRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(DeadlineRequests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<ResumeWorkOrderResponse> ResumeWorkOrder(ResumeWorkOrderRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(DeadlineRequests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<RecordFailedVisitResponse> RecordFailedVisit(RecordFailedVisitRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(DeadlineRequests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }
}
