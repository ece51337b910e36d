using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Queries;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The lifecycle service, queries: translate, hand over, translate back.</summary>
internal sealed partial class WorkOrderEndpoint
{
    [Authorize(Policies.Orders)]
    public override Task<GetWorkOrderResponse> GetWorkOrder(GetWorkOrderRequest request, ServerCallContext context) =>
        Task.FromResult(queries.One.Get(request.Number, CallerOf(context)));

    [Authorize(Policies.Orders)]
    public override Task<ListWorkOrdersResponse> ListWorkOrders(ListWorkOrdersRequest request, ServerCallContext context) =>
        Task.FromResult(queries.Lists.List(request, CallerOf(context)));

    [Authorize(Policies.Orders)]
    public override Task<GetStatusMatrixResponse> GetStatusMatrix(GetStatusMatrixRequest request, ServerCallContext context) =>
        Task.FromResult(queries.Counts.Get(request, CallerOf(context)));

    [Authorize(Policies.Orders)]
    public override Task<ListWorkOrderLogResponse> ListWorkOrderLog(ListWorkOrderLogRequest request, ServerCallContext context) =>
        Task.FromResult(queries.Log.List(request, CallerOf(context)));

    [Authorize(Policies.Orders)]
    public override Task<ListPhrasesResponse> ListPhrases(ListPhrasesRequest request, ServerCallContext context) =>
        Task.FromResult(queries.Phrases.List());

    [Authorize(Policies.Orders)]
    public override Task<LookUpInvoiceReferenceResponse> LookUpInvoiceReference(LookUpInvoiceReferenceRequest request, ServerCallContext context) =>
        Task.FromResult(new LookUpInvoiceReferenceResponse { WorkOrder = queries.One.LookUp(request.Reference, CallerOf(context)) });

    [Authorize(Policies.Orders)]
    public override Task<ListQuestionsResponse> ListQuestions(ListQuestionsRequest request, ServerCallContext context) =>
        Task.FromResult(queries.Questions.List(request, CallerOf(context)));

    [Authorize(Policies.Orders)]
    public override Task<MarkAnswersReadResponse> MarkAnswersRead(MarkAnswersReadRequest request, ServerCallContext context) =>
        Task.FromResult(queries.Questions.MarkRead(request.Number, CallerOf(context)));

    [Authorize(Policies.Wall)]
    public override Task<GetWallBoardResponse> GetWallBoard(GetWallBoardRequest request, ServerCallContext context) =>
        Task.FromResult(queries.Wall.Get(request));

    private static Domain.Actor CallerOf(ServerCallContext context) => Caller.Of(context.GetHttpContext().User);
}
