using Google.Protobuf;
using Grpc.Core;
using Microsoft.JSInterop;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Keeping;
using WorkOrders.Board.Portal.Photos;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Sending;

/// <summary>
/// What somebody on the road wants done. Each wish is on the disk before it is sent for the first time, and leaves it when
/// the server has answered; in between, a lost network, a closed tab or another account change nothing. What is refused
/// while somebody looks on is handed to them; what is refused later stays here, with the reason.
/// </summary>
public sealed class Outbox : IDisposable
{
    /// <summary>How long the author waits for the answer before going on with something else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Sender _sender;
    private readonly Device _device;
    private readonly Me _me;
    private readonly PortalFeed _feed;
    private readonly Uploads _uploads;
    private readonly TimeProvider _time;
    private readonly WorkOrderService.WorkOrderServiceClient _orders;
    private readonly Dictionary<string, TaskCompletionSource<Sent>> _watched = [];
    private bool _runs;

    public Outbox(Direct direct, Device device, Me me, PortalFeed feed, Uploads uploads, SameAccount same, TimeProvider time)
    {
        (_device, _me, _feed, _uploads, _time) = (device, me, feed, uploads, time);
        _orders = new(direct.Calls);
        _sender = new(direct, device, uploads, same, time);
        _sender.Moved += Draw;
        _sender.Looked += Look;
        _sender.Settled += SettleAsync;
        _sender.Paused += Pause;
    }

    /// <summary>Time to draw the queue again.</summary>
    public event Action? Changed;

    /// <summary>Something has joined the queue or left it, or was refused: the orders that it is about may look other.</summary>
    public event Action? Altered;

    /// <summary>What the account has waiting on this device, in the order in which it was made; refused ones among them.</summary>
    public IReadOnlyList<Wish> Wishes { get; private set; } = [];

    public IEnumerable<Wish> Waiting => Wishes.Where(w => w.Because is null);

    /// <summary>The request id of what is being sent just now.</summary>
    public string? Sending => _sender.Sending;

    public bool NeedsDecision(Wish wish) => Queue.NeedsDecision(wish, _time.GetUtcNow());

    /// <param name="stay">Ends when the author goes away: what is refused after that stays in the queue.</param>
    public Task<Sent> AcceptAsync(AcceptWorkOrderRequest request, CancellationToken stay) =>
        SendAsync(WishKind.Accept, request.Number, request.RequestId, id => request.RequestId = id, request, [], stay);

    /// <inheritdoc cref="AcceptAsync"/>
    public Task<Sent> NoteAsync(AddNoteRequest request, IReadOnlyList<PickedPhoto> photos, CancellationToken stay) =>
        SendAsync(WishKind.Note, request.Number, request.RequestId, id => request.RequestId = id, request, photos, stay);

    /// <inheritdoc cref="AcceptAsync"/>
    public Task<Sent> AskAsync(AskQuestionRequest request, CancellationToken stay) =>
        SendAsync(WishKind.Question, request.Number, request.RequestId, id => request.RequestId = id, request, [], stay);

    /// <inheritdoc cref="AcceptAsync"/>
    public Task<Sent> CompleteAsync(CompleteWorkOrderRequest request, IReadOnlyList<PickedPhoto> photos, CancellationToken stay) =>
        SendAsync(WishKind.Complete, request.Number, request.RequestId, id => request.RequestId = id, request, photos, stay);

    /// <summary>Goes on with what is left from before; once, however often it is called.</summary>
    public async Task StartAsync()
    {
        if (_runs)
            return;
        _runs = true;
        _feed.Opened += Go;
        _device.NetworkCame += Go;
        _device.Changed += Hear;
        _uploads.Settled += _sender.Ask;
        try
        {
            await _device.ListenAsync();
            var account = (await _me.LoadAsync()).AccountId;
            await _uploads.BeginAsync(account);
            _sender.Begin(account);
        }
        catch (Exception e) when (e is RpcException or JSException)
        {
            _runs = false; // nobody knows yet whose wishes to send: the frame tries again when it knows
            Stop();
        }
    }

    /// <summary>Sends it (again), although it was refused or is old.</summary>
    public async Task RetryAsync(Wish wish)
    {
        // another request took the id: it was never this one's
        var id = wish.Because?.ToRefusal().Reason == "REQUEST_ID_REUSED" ? Guid.NewGuid().ToString() : wish.RequestId;
        if (id != wish.RequestId)
            await _device.RemoveWishAsync(wish.RequestId, withPhotos: false);
        // those that the browser has lost have been told of
        var photos = wish.Photos.Where(p => _uploads.Find(p) is not null).ToArray();
        await SaveAsync(wish with { RequestId = id, Because = null, Decided = true, Photos = photos });
        // what the order refused then it may take now
        if (wish.Photos.Select(_uploads.Find).Any(p => p?.Problem is not null))
            await _uploads.SendAgainAsync(wish.Photos);
        await _sender.LookAsync();
        _sender.Ask();
        _uploads.Go();
    }

    /// <summary>It shall not be done after all.</summary>
    public async Task RemoveAsync(Wish wish)
    {
        await _device.RemoveWishAsync(wish.RequestId, withPhotos: true);
        await _uploads.RefreshAsync();
        await _sender.LookAsync();
        _sender.Ask();
    }

    public void Dispose()
    {
        Stop();
        _sender.Moved -= Draw;
        _sender.Looked -= Look;
        _sender.Settled -= SettleAsync;
        _sender.Paused -= Pause;
        _sender.Dispose();
    }

    private async Task<Sent> SendAsync(
        WishKind kind, long number, string id, Action<string> setId, IMessage request, IReadOnlyList<PickedPhoto> photos, CancellationToken stay)
    {
        if (id.Length == 0)
            setId(id = Guid.NewGuid().ToString());
        var watched = _watched[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var wish = new Wish
            {
                RequestId = id, Account = (await _me.LoadAsync()).AccountId, Number = number, Kind = kind, Request = request.ToByteArray(),
                MadeAt = _time.GetUtcNow(), Photos = [.. photos.Select(p => p.Key).OfType<string>()],
            };
            try
            {
                var (revision, log) = await _sender.SeenAsync(number);
                wish = wish with { SeenRevision = revision, SeenLog = log };
                await SaveAsync(wish);
            }
            catch (JSException)
            {
                return await _sender.SendOnceAsync(wish); // nothing can be kept here: then it is now or not at all
            }
            _sender.Begin(wish.Account);
            await _sender.LookAsync();
            await Task.WhenAny(watched.Task, Task.Delay(Patience, _time, stay));
            // from here on nobody looks on: what is refused later stays in the queue
            _watched.Remove(id);
            return watched.Task.IsCompletedSuccessfully ? await watched.Task : new Sent.Waiting();
        }
        catch (RpcException e)
        {
            return new Sent.Refused(new(e));
        }
        finally
        {
            _watched.Remove(id);
        }
    }

    private async Task SaveAsync(Wish wish) => await _device.SaveWishAsync(wish.RequestId, wish.Account, wish.Write(), wish.Photos);

    private void Look(IReadOnlyList<Wish> wishes)
    {
        foreach (var known in Wishes.Where(w => _watched.ContainsKey(w.RequestId)))
        {
            // another tab had its turn first
            var now = wishes.FirstOrDefault(w => w.RequestId == known.RequestId);
            if (now is null)
                _ = FindDoneAsync(known);
            else if (now.Because is { } because)
                _ = SettleAsync(now, new Sent.Refused(because.ToRefusal()));
        }
        var isOther = !wishes.Select(w => (w.RequestId, w.Because is null)).SequenceEqual(Wishes.Select(w => (w.RequestId, w.Because is null)));
        Wishes = wishes;
        Changed?.Invoke();
        if (isOther)
            Altered?.Invoke();
    }

    private async Task FindDoneAsync(Wish wish)
    {
        try
        {
            var answer = await _orders.GetWorkOrderAsync(new() { Number = wish.Number });
            await SettleAsync(wish, new Sent.Done(answer.WorkOrder));
        }
        catch (RpcException)
        {
            // its author hears that it waits, and sees that it doesn't
        }
    }

    // whoever still looks on is told, and then there is nothing left to be kept
    private async Task SettleAsync(Wish wish, Sent sent)
    {
        if (_watched.Remove(wish.RequestId, out var watched) && watched.TrySetResult(sent) && sent is Sent.Refused)
            await _device.RemoveWishAsync(wish.RequestId, withPhotos: false);
    }

    private void Pause(IReadOnlyList<Wish> wishes)
    {
        foreach (var wish in wishes)
        {
            if (_watched.TryGetValue(wish.RequestId, out var watched))
                watched.TrySetResult(new Sent.Waiting());
        }
    }

    private void Draw() => Changed?.Invoke();

    private void Go()
    {
        _sender.Ask();
        _uploads.Go();
    }

    private void Hear() => _ = HearAsync();

    private async Task HearAsync()
    {
        try
        {
            await _uploads.RefreshAsync();
            await _sender.LookAsync();
        }
        catch (JSException)
        {
            // what is shown stays as it is until the next change
        }
        _uploads.Go();
        // another tab may have gone in the middle of it
        _sender.Ask();
    }

    private void Stop()
    {
        _feed.Opened -= Go;
        _device.NetworkCame -= Go;
        _device.Changed -= Hear;
        _uploads.Settled -= _sender.Ask;
    }
}
