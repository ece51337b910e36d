using Grpc.Core;
using WorkOrders.Board.Live;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Sending;

/// <summary>What somebody on the road wants done: sent with one request id until the server has answered, so that it happens once.</summary>
public sealed class Outbox(WorkOrderService.WorkOrderServiceClient orders)
{
    public Task<Sent> AcceptAsync(AcceptWorkOrderRequest request) =>
        SendAsync(request, async r => (await orders.AcceptWorkOrderAsync(r)).WorkOrder);

    public Task<Sent> NoteAsync(AddNoteRequest request) => SendAsync(request, async r => (await orders.AddNoteAsync(r)).WorkOrder);

    public Task<Sent> AskAsync(AskQuestionRequest request) => SendAsync(request, async r => (await orders.AskQuestionAsync(r)).WorkOrder);

    public Task<Sent> CompleteAsync(CompleteWorkOrderRequest request) =>
        SendAsync(request, async r => (await orders.CompleteWorkOrderAsync(r)).WorkOrder);

    private static async Task<Sent> SendAsync<T>(T request, Func<T, Task<WorkOrder>> call)
    {
        try
        {
            return new Sent.Done(await call(request));
        }
        catch (RpcException e)
        {
            return new Sent.Refused(new Refusal(e));
        }
    }
}
