using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Lifecycle;
using WorkOrders.Server.Queries;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>
/// The lifecycle service, commands: translate, hand over, translate back. Which role may give which command is the
/// core's table, asked after a request's form and before anything is said about an order; the policy here keeps out
/// who has nothing to do with orders at all.
/// </summary>
internal sealed partial class WorkOrderEndpoint(Writer writer, PhraseBook phrases, OrderQueries queries, TimeProvider clock)
    : WorkOrderService.WorkOrderServiceBase
{
    [Authorize(Policies.Orders)]
    public override async Task<RegisterWorkOrderResponse> RegisterWorkOrder(RegisterWorkOrderRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(NewOrders.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<PlaceWorkOrderResponse> PlaceWorkOrder(PlaceWorkOrderRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<AcceptWorkOrderResponse> AcceptWorkOrder(AcceptWorkOrderRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<DeclineWorkOrderResponse> DeclineWorkOrder(DeclineWorkOrderRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<ReassignWorkOrderResponse> ReassignWorkOrder(ReassignWorkOrderRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<CompleteWorkOrderResponse> CompleteWorkOrder(CompleteWorkOrderRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<ReopenWorkOrderResponse> ReopenWorkOrder(ReopenWorkOrderRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<MarkWorkOrderInvoicedResponse> MarkWorkOrderInvoiced(MarkWorkOrderInvoicedRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<CancelWorkOrderResponse> CancelWorkOrder(CancelWorkOrderRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<AddNoteResponse> AddNote(AddNoteRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context), phrases.All), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<AskQuestionResponse> AskQuestion(AskQuestionRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<AnswerQuestionResponse> AnswerQuestion(AnswerQuestionRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<SendMessageResponse> SendMessage(SendMessageRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<UpdateWorkOrderResponse> UpdateWorkOrder(UpdateWorkOrderRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Changes.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<UpdateTenantContactResponse> UpdateTenantContact(UpdateTenantContactRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<AcceptBundleResponse> AcceptBundle(AcceptBundleRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrders = { answer.Orders }, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<BundleWorkOrdersResponse> BundleWorkOrders(BundleWorkOrdersRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrders = { answer.Orders }, Revision = answer.Revision };
    }

    [Authorize(Policies.Orders)]
    public override async Task<UnbundleWorkOrderResponse> UnbundleWorkOrder(UnbundleWorkOrderRequest request, ServerCallContext context)
    {
        var answer = await writer.SubmitAsync(Requests.Read(request, Asked(context)), context.CancellationToken);
        return new() { WorkOrder = answer.Order, Revision = answer.Revision };
    }

    private Asked Asked(ServerCallContext context) => new(Caller.Of(context.GetHttpContext().User), clock.GetUtcNow().InWholeMilliseconds());
}
