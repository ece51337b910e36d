using Microsoft.JSInterop;

namespace WorkOrders.Board.Shared;

/// <summary>What the document can do that C# can't: <c>page.js</c>.</summary>
public sealed class Page(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>Tells the document which language it is in, and remembers it.</summary>
    public ValueTask SpeakAsync(Language language) => CallAsync("speak", language.Tag());

    /// <summary>The language that somebody has chosen; null if nobody has.</summary>
    public async ValueTask<string?> LanguageAsync() => await (await ModuleAsync()).InvokeAsync<string?>("language");

    /// <summary>Light, dark, or as the system is (<c>light</c>, <c>dark</c>, <c>system</c>); remembered.</summary>
    public ValueTask PaintAsync(string theme) => CallAsync("paint", theme);

    /// <summary>How it is painted: <c>light</c>, <c>dark</c> or <c>system</c>.</summary>
    public async ValueTask<string> ThemeAsync() => await (await ModuleAsync()).InvokeAsync<string>("theme");

    /// <summary>Loads the page anew, if the server has one to give.</summary>
    public ValueTask RenewAsync() => CallAsync("renew");

    /// <summary>The session has ended: loads the page anew if the server says so too, which then leads elsewhere.</summary>
    public ValueTask LeaveAsync() => CallAsync("leave");

    /// <summary>Puts a text on the clipboard; false if the browser doesn't let us.</summary>
    public async ValueTask<bool> CopyAsync(string text) => await (await ModuleAsync()).InvokeAsync<bool>("copy", text);

    /// <summary>Opens the browser's dialog to print.</summary>
    public ValueTask PrintAsync() => CallAsync("print");

    /// <summary>Moves the focus to the first element that fits, if there is one.</summary>
    public ValueTask FocusAsync(string selector) => CallAsync("focus", selector);

    public async ValueTask DisposeAsync()
    {
        if (_module is { IsCompletedSuccessfully: true })
            await (await _module).DisposeAsync();
    }

    private async ValueTask CallAsync(string function, params object?[] arguments) =>
        await (await ModuleAsync()).InvokeVoidAsync(function, arguments);

    // a module that the network has kept from coming is asked for again
    private Task<IJSObjectReference> ModuleAsync() =>
        _module is { IsFaulted: false, IsCanceled: false } module ? module : _module = js.InvokeAsync<IJSObjectReference>("import", "./page.js").AsTask();
}
