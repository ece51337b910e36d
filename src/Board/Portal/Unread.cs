using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal;

/// <summary>How many answers wait to be read: beside the menu's questions, and in every page's title.</summary>
public sealed class Unread(WorkOrderService.WorkOrderServiceClient orders)
{
    public event Action? Changed;

    public int Count { get; private set; }

    public void Is(int count)
    {
        if (count == Count)
            return;
        Count = count;
        Changed?.Invoke();
    }

    public async Task LoadAsync()
    {
        try
        {
            Is((await orders.ListQuestionsAsync(new() { State = QuestionState.Answered, PageSize = 1 })).UnreadCount);
        }
        catch (RpcException)
        {
            // the count stays as it was; the next answer, or the next opening of the line, asks again
        }
    }
}
