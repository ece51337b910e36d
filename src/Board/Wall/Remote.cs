using Microsoft.JSInterop;

namespace WorkOrders.Board.Wall;

/// <summary>What somebody can press who stands before a wall with a remote control, or a keyboard.</summary>
public enum RemoteKey
{
    Next,
    Previous,
    Larger,
    Smaller,
    Toggle,
    Pause,
    Play,
    Back,
}

/// <summary>The keys of a wall: <c>wall.js</c>, which knows what remote controls call them.</summary>
public sealed class Remote(IJSRuntime js) : IAsyncDisposable
{
    private DotNetObjectReference<Remote>? _self;
    private IJSObjectReference? _module;

    public event Action<RemoteKey>? Pressed;

    /// <summary>Listens from now on.</summary>
    public async Task StartAsync()
    {
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", "./wall.js");
        await _module.InvokeVoidAsync("listen", _self);
    }

    /// <summary>Called by <c>wall.js</c>.</summary>
    [JSInvokable]
    public void Press(string key)
    {
        if (Enum.TryParse<RemoteKey>(key, out var pressed))
            Pressed?.Invoke(pressed);
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
            await _module.DisposeAsync();
        _self?.Dispose();
    }
}
