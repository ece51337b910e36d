using Microsoft.JSInterop;

namespace WorkOrders.Board.Shared.Forms;

/// <summary>What somebody has begun to write, kept by the browser: <c>drafts.js</c>.</summary>
public sealed class Drafts(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <param name="briefly">For no longer than the tab is open.</param>
    public async ValueTask KeepAsync(string name, string draft, bool briefly) =>
        await (await ModuleAsync()).InvokeVoidAsync("keep", name, draft, briefly);

    /// <summary>Null if there is none.</summary>
    public async ValueTask<string?> ReadAsync(string name) => await (await ModuleAsync()).InvokeAsync<string?>("read", name);

    public async ValueTask ForgetAsync(string name) => await (await ModuleAsync()).InvokeVoidAsync("forget", name);

    /// <summary>All whose names begin so.</summary>
    public async ValueTask<IEnumerable<(string Name, string Draft)>> AllAsync(string prefix) =>
        (await (await ModuleAsync()).InvokeAsync<string[][]>("all", prefix)).Select(pair => (pair[0], pair[1]));

    public async ValueTask DisposeAsync()
    {
        if (_module is { IsCompletedSuccessfully: true })
            await (await _module).DisposeAsync();
    }

    // a module that the network has kept from coming is asked for again
    private Task<IJSObjectReference> ModuleAsync() =>
        _module is { IsFaulted: false, IsCanceled: false } module ? module : _module = js.InvokeAsync<IJSObjectReference>("import", "./drafts.js").AsTask();
}
