using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Lifecycle;
using WorkOrders.Server.Queries;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The dispatcher's desk, orders and phrases: translate, hand over, translate back.</summary>
internal sealed partial class DispatchEndpoint(
    ManyOrders many, AttentionList attention, PhraseCatalogue phrases, ContractorAccounts contractors, ContractorPeople people,
    ContractorMachines machines, ContractorList list, TimeProvider clock) : DispatchService.DispatchServiceBase
{
    [Authorize(Policies.Dispatcher)]
    public override Task<ListAttentionResponse> ListAttention(ListAttentionRequest request, ServerCallContext context) =>
        Task.FromResult(attention.List(request, Caller.Of(context.GetHttpContext().User)));

    [Authorize(Policies.Dispatcher)]
    public override Task<ReassignWorkOrdersResponse> ReassignWorkOrders(ReassignWorkOrdersRequest request, ServerCallContext context) =>
        many.ReassignAsync(request, Asked(context), context.CancellationToken);

    [Authorize(Policies.Dispatcher)]
    public override Task<MarkWorkOrdersInvoicedResponse> MarkWorkOrdersInvoiced(MarkWorkOrdersInvoicedRequest request, ServerCallContext context) =>
        many.InvoiceAsync(request, Asked(context), context.CancellationToken);

    [Authorize(Policies.Dispatcher)]
    public override async Task<ListPhraseCatalogueResponse> ListPhraseCatalogue(ListPhraseCatalogueRequest request, ServerCallContext context) =>
        new() { Phrases = { await phrases.ListAsync(context.CancellationToken) } };

    [Authorize(Policies.Dispatcher)]
    public override async Task<AddPhraseResponse> AddPhrase(AddPhraseRequest request, ServerCallContext context) =>
        new() { Phrases = { await phrases.AddAsync(request, By(context), context.CancellationToken) } };

    [Authorize(Policies.Dispatcher)]
    public override async Task<UpdatePhraseResponse> UpdatePhrase(UpdatePhraseRequest request, ServerCallContext context) =>
        new() { Phrases = { await phrases.UpdateAsync(request, By(context), context.CancellationToken) } };

    private Asked Asked(ServerCallContext context) => new(Caller.Of(context.GetHttpContext().User), clock.GetUtcNow().InWholeMilliseconds());

    private static string By(ServerCallContext context) => Caller.Of(context.GetHttpContext().User).AccountId;
}
