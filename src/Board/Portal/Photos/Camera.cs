using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace WorkOrders.Board.Portal.Photos;

/// <summary>Photos in the browser: <c>photos.js</c>. Their bytes never come to C#.</summary>
public sealed class Camera(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;
    private DotNetObjectReference<Camera>? _self;

    /// <summary>So many bytes of the photo with this key are up.</summary>
    public event Action<string, long>? Progressed;

    [JSInvokable]
    public void HearProgress(string key, long sent) => Progressed?.Invoke(key, sent);

    /// <summary>Takes what a file input holds, makes it smaller and keeps it.</summary>
    public async Task<Picked> TakeAsync(ElementReference input, string account, long number, int most) =>
        await (await ModuleAsync()).InvokeAsync<Picked>("take", input, account, number, most);

    public async Task<PickedPhoto[]> ListAsync(string account) => await (await ModuleAsync()).InvokeAsync<PickedPhoto[]>("list", account);

    /// <summary>Only if no wish has taken it, unless <paramref name="evenIfTaken"/>.</summary>
    public async Task RemoveAsync(string key, bool evenIfTaken) => await (await ModuleAsync()).InvokeVoidAsync("remove", key, evenIfTaken);

    /// <summary>They have to be sent once more.</summary>
    public async Task AgainAsync(IEnumerable<string> keys) => await (await ModuleAsync()).InvokeVoidAsync("again", (object)keys.ToArray());

    /// <summary>Removes what was never sent with anything.</summary>
    public async Task TidyAsync(DateTimeOffset olderThan) => await (await ModuleAsync()).InvokeVoidAsync("tidy", olderThan.ToUnixTimeMilliseconds());

    /// <summary>Sends what is missing of it.</summary>
    public async Task<UploadOutcome> UploadAsync(string key) =>
        await (await ModuleAsync()).InvokeAsync<UploadOutcome>("upload", key, _self ??= DotNetObjectReference.Create(this));

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        if (_module is { IsCompletedSuccessfully: true })
            await (await _module).DisposeAsync();
    }

    // a module that the network has kept from coming is asked for again
    private Task<IJSObjectReference> ModuleAsync() =>
        _module is { IsFaulted: false, IsCanceled: false } module ? module : _module = js.InvokeAsync<IJSObjectReference>("import", "./photos.js").AsTask();
}
