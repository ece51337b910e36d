using Grpc.Core;
using WorkOrders.Board.Live;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal;

/// <summary>
/// What waits for whoever is signed in, in the menu and in every page's title: for contractors, answers that they have not
/// read; for the landlord's people, questions that wait for them and messages that they have not read.
/// </summary>
public sealed class Unread : IDisposable
{
    /// <summary>Of the landlord's orders, much may happen at once.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly WorkOrderService.WorkOrderServiceClient _orders;
    private readonly DeskService.DeskServiceClient _desks;
    private readonly Me _me;
    private readonly Again _again;

    public Unread(WorkOrderService.WorkOrderServiceClient orders, DeskService.DeskServiceClient desks, Me me, TimeProvider time)
    {
        (_orders, _desks, _me) = (orders, desks, me);
        _again = new(_ => LoadAsync(), Pause, time);
    }

    public event Action? Changed;

    public int Count { get; private set; }

    public void Is(int count)
    {
        count = Math.Max(0, count);
        if (count == Count)
            return;
        Count = count;
        Changed?.Invoke();
    }

    /// <summary>Something has happened that may concern it.</summary>
    public void Ask() => _again.Ask();

    public void Dispose() => _again.Dispose();

    private async Task LoadAsync()
    {
        try
        {
            await _me.LoadAsync();
            if (_me.IsLandlord)
            {
                var desk = await _desks.GetDeskAsync(new() { Size = 1, SectionSize = 1 });
                Is(desk.QuestionCount + desk.UnreadMessageCount);
            }
            else if (_me.IsContractor)
            {
                Is((await _orders.ListQuestionsAsync(new() { State = QuestionState.Answered, PageSize = 1 })).UnreadCount);
            }
        }
        catch (RpcException)
        {
            // the count stays as it was; the next answer, or the next opening of the line, asks again
        }
    }
}
