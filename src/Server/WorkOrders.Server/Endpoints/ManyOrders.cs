using Grpc.Core;
using WorkOrders.Domain;
using WorkOrders.Server.Lifecycle;
using WorkOrders.Server.Queries;
using WorkOrders.Server.Wire;
using WorkOrders.V1;
using Answer = WorkOrders.Server.Wire.Answer;

namespace WorkOrders.Server.Endpoints;

/// <summary>
/// One call for many orders: each is handed to the writer on its own, all at once, so that they share a commit or two
/// and none hinders another.
/// </summary>
internal sealed class ManyOrders(Writer writer, Statuses statuses)
{
    private const int LongestReference = 64;

    public async Task<ReassignWorkOrdersResponse> ReassignAsync(ReassignWorkOrdersRequest request, Asked asked, CancellationToken stop)
    {
        var numbers = request.Numbers.ToList();
        var wish = Many.Read(request, asked);
        var standing = statuses.Of(numbers);
        var results = await Task.WhenAll(numbers.Select(async number =>
        {
            var isWithNobody = standing.GetValueOrDefault(number) is V1.WorkOrderStatus.Registered or V1.WorkOrderStatus.Declined;
            return await TryAsync(wish.For(number, isWithNobody), stop) is (var done, var refusal) && done is not null
                ? new ReassignResult { Number = number, WorkOrder = done.Order, Revision = done.Revision }
                : new ReassignResult { Number = number, Refusal = refusal!.ToItem() };
        }));
        return new() { Results = { results } };
    }

    public async Task<MarkWorkOrdersInvoicedResponse> InvoiceAsync(MarkWorkOrdersInvoicedRequest request, Asked asked, CancellationToken stop)
    {
        var references = request.References.ToList();
        var key = Many.Read(request);
        var results = await Task.WhenAll(references.Select(async text =>
        {
            var (done, refusal) = InvoiceReference.Parse(text) is { } reference
                ? await TryAsync(Many.Invoicing(reference, key, asked), stop)
                : (null, Unknown(text));
            // an order that isn't there has no reference either
            if (refusal?.StatusCode is StatusCode.NotFound) refusal = Unknown(text);
            var shown = text.Length <= LongestReference ? text : text[..LongestReference];
            return done is not null ? new InvoiceResult { Reference = shown, WorkOrder = done.Order } : new() { Reference = shown, Refusal = refusal!.ToItem() };
        }));
        return new() { Results = { results } };
    }

    private async Task<(Answer? Done, RpcException? Refusal)> TryAsync(Submission wish, CancellationToken stop)
    {
        try
        {
            return (await writer.SubmitAsync(wish, stop), null);
        }
        catch (RpcException refusal)
        {
            return (null, refusal);
        }
    }

    private static RpcException Unknown(string text) => Errors.InvoiceReferenceNotFound(text.Length <= LongestReference ? text : text[..LongestReference]);
}
