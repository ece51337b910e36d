using Google.Protobuf.Collections;
using Google.Rpc;
using Grpc.Core;
using Microsoft.JSInterop;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Keeping;
using WorkOrders.Board.Portal.Photos;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Sending;

/// <summary>
/// Sends what waits, one at a time and from one tab at a time. What is on the disk is the truth: it is read anew before
/// each, as other tabs add, send and remove too.
/// </summary>
internal sealed class Sender : IDisposable
{
    /// <summary>How long one attempt may take: the server ends at that, too.</summary>
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly WorkOrderService.WorkOrderServiceClient _orders;
    private readonly SameAccount _same;
    private readonly Inquiry _inquiry;
    private readonly Device _device;
    private readonly Uploads _uploads;
    private readonly TimeProvider _time;
    private readonly Backoff _backoff = new(Random.Shared, LongestPause);
    private readonly Again _again;
    private readonly ITimer _later;
    private string? _account;

    public Sender(Direct direct, Device device, Uploads uploads, SameAccount same, TimeProvider time)
    {
        (_orders, _inquiry) = (new(direct.Calls), new(direct, device));
        (_device, _uploads, _same, _time) = (device, uploads, same, time);
        _again = new(_ => RunAsync(), TimeSpan.Zero, time);
        _later = time.CreateTimer(_ => Ask(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What is on the disk has been read.</summary>
    public event Action<IReadOnlyList<Wish>>? Looked;

    /// <summary>A wish was done or refused.</summary>
    public event Func<Wish, Sent, Task>? Settled;

    /// <summary>These have to wait: there is no network, or no answer.</summary>
    public event Action<IReadOnlyList<Wish>>? Paused;

    /// <summary><see cref="Sending"/> is another one.</summary>
    public event Action? Moved;

    /// <summary>The request id of what is being sent.</summary>
    public string? Sending { get; private set; }

    /// <summary>For this account, from now on.</summary>
    public void Begin(string account)
    {
        _account = account;
        Ask();
    }

    public void Ask()
    {
        if (_account is not null)
            _again.Ask();
    }

    /// <summary>Reads what is on the disk.</summary>
    public async Task<IReadOnlyList<Wish>> LookAsync()
    {
        var wishes = _account is null ? [] : Wish.ReadAll(await _device.WishesAsync(_account));
        Looked?.Invoke(wishes);
        return wishes;
    }

    /// <inheritdoc cref="Inquiry.SeenAsync"/>
    public Task<(long Revision, string Log)> SeenAsync(long number) => _inquiry.SeenAsync(number);

    /// <summary>Without a queue.</summary>
    public async Task<Sent> SendOnceAsync(Wish wish)
    {
        // without its photos it would be another note: whoever wrote it still has it, and may try again when they are up
        if (wish.Photos.Select(_uploads.Find).Any(p => p?.Id is null))
            return new Sent.Refused(new(StatusCode.Unavailable, new()));
        try
        {
            return new Sent.Done(await CallAsync(wish));
        }
        catch (RpcException e)
        {
            return new Sent.Refused(new(e));
        }
    }

    public void Dispose()
    {
        _later.Dispose();
        _again.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await using var turn = await _device.TurnAsync("outbox");
            var wishes = await LookAsync();
            while (wishes.Any(w => w.Because is null))
            {
                if (wishes.Any(w => w.Photos.Count > 0))
                    await _uploads.RefreshAsync(_account);
                var next = Queue.Next(wishes, HasItsPhotos, _time.GetUtcNow());
                if (!await _device.IsOnlineAsync() || (next is not null && !await SendAsync(next)))
                {
                    Paused?.Invoke(wishes);
                    return;
                }
                if (next is null)
                    return; // the photos of what is left are on their way, or somebody has to decide
                wishes = await LookAsync();
            }
        }
        catch (JSException)
        {
            TryLater(null);
        }
    }

    /// <summary>False if there is no use in going on now.</summary>
    private async Task<bool> SendAsync(Wish wish)
    {
        Sending = wish.RequestId;
        Moved?.Invoke();
        try
        {
            if (!await _same.IsStillAsync(wish.Account))
                return false;
            if (RefusedByItsPhotos(wish) is { } told)
                await RefuseAsync(wish, told);
            else
                await DoneAsync(wish, await CallAsync(wish));
            _backoff.Reset();
            return true;
        }
        catch (RpcException e)
        {
            return await FailAsync(wish, new(e));
        }
        finally
        {
            Sending = null;
            Moved?.Invoke();
        }
    }

    private async Task DoneAsync(Wish wish, WorkOrder order)
    {
        await _device.RemoveWishAsync(wish.RequestId, withPhotos: true);
        await SettleAsync(wish, new Sent.Done(order));
    }

    private async Task<bool> FailAsync(Wish wish, Refusal refusal)
    {
        if (refusal.IsSignedOut)
        {
            _same.Doubt();
            return false; // until somebody has signed in, and a line is opened
        }
        if (refusal.IsPassing)
        {
            TryLater(refusal.Detail<RetryInfo>()?.RetryDelay?.ToTimeSpan());
            return false;
        }
        if (refusal.Reason == "PHOTO_NOT_READY" && !wish.PhotosSentAgain)
        {
            // it waited so long that the server has thrown them away; they are still here
            await _device.SaveWishAsync(wish.RequestId, wish.Account, (wish with { PhotosSentAgain = true }).Write(), wish.Photos);
            await _uploads.SendAgainAsync(wish.Photos);
            return true;
        }
        await RefuseAsync(wish, refusal);
        return true;
    }

    private async Task RefuseAsync(Wish wish, Refusal refusal)
    {
        var because = await _inquiry.MakeAsync(wish, refusal);
        await _device.SaveWishAsync(wish.RequestId, wish.Account, (wish with { Because = because }).Write(), wish.Photos);
        await SettleAsync(wish, new Sent.Refused(refusal));
    }

    private Task SettleAsync(Wish wish, Sent sent) => Settled?.Invoke(wish, sent) ?? Task.CompletedTask;

    private bool HasItsPhotos(Wish wish) => RefusedByItsPhotos(wish) is not null || wish.Photos.Select(_uploads.Find).All(p => p is { Id: not null });

    // no photo will ever be up if the order takes none: it takes no note either; and without one of them it is another note
    private Refusal? RefusedByItsPhotos(Wish wish) =>
        wish.Photos.Select(_uploads.Find).Select(p => p is null ? PhotoProblem.Lost : p.Problem)
            .FirstOrDefault(p => p is { IsOfTheOrder: true } || p == PhotoProblem.Lost) is { } problem
                ? new(StatusCode.FailedPrecondition, problem.ToStatus()) : null;

    private async Task<WorkOrder> CallAsync(Wish wish)
    {
        switch (wish.Kind)
        {
            case WishKind.Accept:
                return (await _orders.AcceptWorkOrderAsync(AcceptWorkOrderRequest.Parser.ParseFrom(wish.Request), deadline: Deadline)).WorkOrder;
            case WishKind.Note:
                var note = AddNoteRequest.Parser.ParseFrom(wish.Request);
                AddPhotos(wish, note.PhotoIds);
                return (await _orders.AddNoteAsync(note, deadline: Deadline)).WorkOrder;
            case WishKind.Question:
                return (await _orders.AskQuestionAsync(AskQuestionRequest.Parser.ParseFrom(wish.Request), deadline: Deadline)).WorkOrder;
            case WishKind.Complete:
                var complete = CompleteWorkOrderRequest.Parser.ParseFrom(wish.Request);
                AddPhotos(wish, complete.PhotoIds);
                return (await _orders.CompleteWorkOrderAsync(complete, deadline: Deadline)).WorkOrder;
            default:
                throw new InvalidOperationException($"Nobody knows how to send {wish.Kind}.");
        }
    }

    private void AddPhotos(Wish wish, RepeatedField<string> ids) => ids.AddRange(wish.Photos.Select(_uploads.Find).Select(p => p?.Id).OfType<string>());

    private DateTime Deadline => _time.GetUtcNow().UtcDateTime + Attempt;

    private void TryLater(TimeSpan? asked)
    {
        var pause = _backoff.Next();
        _later.Change(asked > pause ? asked.Value : pause, Timeout.InfiniteTimeSpan);
    }
}
