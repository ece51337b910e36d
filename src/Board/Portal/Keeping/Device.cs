using System.Diagnostics.CodeAnalysis;
using Microsoft.JSInterop;

namespace WorkOrders.Board.Portal.Keeping;

/// <summary>What this browser keeps, for when there is no network, and what its tabs have to agree on: <c>keep.js</c>.</summary>
public sealed class Device(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;
    private DotNetObjectReference<Device>? _self;

    /// <summary>Another tab, or this one, has changed what waits to be sent.</summary>
    public event Action? Changed;

    /// <summary>The network is said to be back.</summary>
    public event Action? NetworkCame;

    /// <summary>Begins to raise the events; once, however often it is called.</summary>
    public async Task ListenAsync()
    {
        if (_self is not null)
            return;
        var self = DotNetObjectReference.Create(this);
        await CallAsync("listen", self);
        _self = self;
    }

    [JSInvokable]
    public void HearChange() => Changed?.Invoke();

    [JSInvokable]
    public void HearNetwork() => NetworkCame?.Invoke();

    /// <summary>False means that there is certainly no network; true doesn't mean that there is one.</summary>
    public Task<bool> IsOnlineAsync() => CallAsync<bool>("isOnline");

    /// <summary>The account whose answers are kept here; null if nobody's are.</summary>
    public Task<string?> AccountAsync() => CallAsync<string?>("account");

    /// <summary>From now on answers of this account are kept; another's are gone with this.</summary>
    public Task BecomeAsync(string account) => CallAsync("become", account);

    public Task RememberAsync(string account, string key, AnswerGroup group, IEnumerable<long> numbers, DateTimeOffset at, byte[] answer) =>
        CallAsync("remember", account, key, group.ToString().ToLowerInvariant(), numbers.ToArray(), at.ToUnixTimeMilliseconds(), answer);

    public Task<KeptAnswer?> RecallAsync(string key) => CallAsync<KeptAnswer?>("recall", key);

    /// <summary>Nothing that names the order is kept any longer.</summary>
    public Task DropAsync(long number) => CallAsync("drop", number);

    /// <summary>The place in the feed up to which what is kept has been kept right; null if there is none.</summary>
    public Task<StoredPlace?> PlaceAsync() => CallAsync<StoredPlace?>("place");

    public Task ReachAsync(StoredPlace place) => CallAsync("reach", place.LogId, place.Revision, place.At);

    /// <summary>No place any more, and no answers.</summary>
    public Task LosePlaceAsync() => CallAsync("losePlace");

    /// <summary>On the disk when it returns, in one step with the photos that go with it.</summary>
    public Task SaveWishAsync(string id, string account, string body, IEnumerable<string> photos) =>
        CallAsync("saveWish", id, account, body, photos.ToArray());

    /// <summary>The account's, in the order in which they were made.</summary>
    public Task<string[]> WishesAsync(string account) => CallAsync<string[]>("wishes", account);

    public Task RemoveWishAsync(string id, bool withPhotos) => CallAsync("removeWish", id, withPhotos);

    /// <summary>Waits for this tab's turn, which lasts until it is disposed of.</summary>
    public async Task<IAsyncDisposable> TurnAsync(string name) => new Turn(await CallAsync<IJSObjectReference>("turn", name));

    /// <summary>Ends the session and forgets what was kept for it, wishes apart. False if the server was not reached.</summary>
    public Task<bool> SignOutAsync() => CallAsync<bool>("signOut");

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        if (_module is { IsCompletedSuccessfully: true })
            await (await _module).DisposeAsync();
    }

    private async Task CallAsync(string function, params object?[] arguments) =>
        await (await ModuleAsync()).InvokeVoidAsync(function, arguments);

    private async Task<T> CallAsync<[DynamicallyAccessedMembers(Shape)] T>(string function, params object?[] arguments) =>
        await (await ModuleAsync()).InvokeAsync<T>(function, arguments);

    // a module that the network has kept from coming is asked for again
    private Task<IJSObjectReference> ModuleAsync() =>
        _module is { IsFaulted: false, IsCanceled: false } module ? module : _module = js.InvokeAsync<IJSObjectReference>("import", "./keep.js").AsTask();

    // what is made from JSON must survive the trimming
    private const DynamicallyAccessedMemberTypes Shape =
        DynamicallyAccessedMemberTypes.PublicConstructors
        | DynamicallyAccessedMemberTypes.PublicFields
        | DynamicallyAccessedMemberTypes.PublicProperties;

    private sealed class Turn(IJSObjectReference turn) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await turn.InvokeVoidAsync("end");
            await turn.DisposeAsync();
        }
    }
}
