using Microsoft.JSInterop;

namespace WorkOrders.Board.Desk;

/// <summary>A short tone when a question comes, for whoever has switched it on in this browser: <c>sound.js</c>.</summary>
public sealed class Sound(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    public async ValueTask<bool> IsOnAsync() => await (await ModuleAsync()).InvokeAsync<bool>("isOn");

    /// <summary>Remembered by the browser. Switched on, it lets itself be heard once.</summary>
    public async ValueTask SwitchAsync(bool on) => await (await ModuleAsync()).InvokeVoidAsync("turn", on);

    /// <summary>If it is on, and the browser lets the page be heard.</summary>
    public async ValueTask PlayAsync() => await (await ModuleAsync()).InvokeVoidAsync("play");

    public async ValueTask DisposeAsync()
    {
        if (_module is { IsCompletedSuccessfully: true })
            await (await _module).DisposeAsync();
    }

    // a module that the network has kept from coming is asked for again
    private Task<IJSObjectReference> ModuleAsync() =>
        _module is { IsFaulted: false, IsCanceled: false } module ? module : _module = js.InvokeAsync<IJSObjectReference>("import", "./sound.js").AsTask();
}
