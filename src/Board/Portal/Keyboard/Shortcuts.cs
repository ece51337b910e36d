using Microsoft.JSInterop;

namespace WorkOrders.Board.Portal.Keyboard;

/// <summary>Keys that save a way with the mouse: <c>shortcuts.js</c>, which listens from the first call on.</summary>
public sealed class Shortcuts(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    public async Task StartAsync() => await ModuleAsync();

    /// <summary>Whether this browser's user wants them; they can get in the way of speech input (WCAG 2.1.4).</summary>
    public async ValueTask<bool> AreOnAsync() => await (await ModuleAsync()).InvokeAsync<bool>("areOn");

    public async ValueTask SwitchAsync(bool on) => await (await ModuleAsync()).InvokeVoidAsync("switchTo", on);

    /// <summary>Opens the list of them.</summary>
    public async ValueTask ShowAsync() => await (await ModuleAsync()).InvokeVoidAsync("show");

    /// <summary>A list has been drawn anew: a row that had the focus and was drawn in another place gets it back.</summary>
    public async ValueTask SettleAsync() => await (await ModuleAsync()).InvokeVoidAsync("settle");

    public async ValueTask DisposeAsync()
    {
        if (_module is { IsCompletedSuccessfully: true })
            await (await _module).DisposeAsync();
    }

    // a module that the network has kept from coming is asked for again
    private Task<IJSObjectReference> ModuleAsync() =>
        _module is { IsFaulted: false, IsCanceled: false } module ? module : _module = js.InvokeAsync<IJSObjectReference>("import", "./shortcuts.js").AsTask();
}
