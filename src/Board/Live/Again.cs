namespace WorkOrders.Board.Live;

/// <summary>
/// Does a thing again whenever it is asked for: at once, never twice at a time, and never more often than the pause between
/// allows. Whatever is asked for meanwhile is done once, afterwards.
/// </summary>
internal sealed class Again(Func<CancellationToken, Task> work, TimeSpan pause, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private bool _wanted;
    private bool _running;

    public void Ask()
    {
        _wanted = true;
        if (!_running)
            _ = Run();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task Run()
    {
        _running = true;
        var stop = _stop.Token;
        try
        {
            while (_wanted && !stop.IsCancellationRequested)
            {
                _wanted = false;
                await work(stop);
                await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
        finally
        {
            // whatever went wrong: the next time somebody asks, it is tried again
            _running = false;
        }
    }
}
