using Microsoft.JSInterop;

namespace WorkOrders.Board.Shared.Forms;

/// <summary>What somebody has begun to write, kept by the browser for as long as its tab is open: <c>drafts.js</c>.</summary>
public sealed class Drafts(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    public async ValueTask KeepAsync(string name, string draft) => await (await ModuleAsync()).InvokeVoidAsync("keep", name, draft);

    /// <summary>Null if there is none.</summary>
    public async ValueTask<string?> RecallAsync(string name) => await (await ModuleAsync()).InvokeAsync<string?>("recall", name);

    public async ValueTask ForgetAsync(string name) => await (await ModuleAsync()).InvokeVoidAsync("forget", name);

    public async ValueTask DisposeAsync()
    {
        if (_module is { IsCompletedSuccessfully: true })
            await (await _module).DisposeAsync();
    }

    private Task<IJSObjectReference> ModuleAsync() => _module ??= js.InvokeAsync<IJSObjectReference>("import", "./drafts.js").AsTask();
}
