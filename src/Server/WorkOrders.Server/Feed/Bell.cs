using System.Threading.Tasks.Sources;

namespace WorkOrders.Server.Feed;

/// <summary>
/// Wakes the one loop of a stream, whatever the reason: more in the log, the clock, the end. It never says which;
/// the loop looks. Rung while nobody waits, it lets the next wait through; rung twice, it counts once.
/// </summary>
internal sealed class Bell : IValueTaskSource, IDisposable
{
    private const int Quiet = 0, Rung = 1, Awaited = 2;

    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    // continuations on the pool: whoever rings must not find itself writing to somebody's socket
    private ManualResetValueTaskSourceCore<bool> _wait = new() { RunContinuationsAsynchronously = true };
    private TimeSpan _timerRings;
    private volatile bool _timerIsSet;
    private int _state;

    public Bell(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(static bell => ((Bell)bell!).RingOnTime(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Ring()
    {
        while (true)
        {
            switch (Volatile.Read(ref _state))
            {
                case Rung:
                case Quiet when Interlocked.CompareExchange(ref _state, Rung, Quiet) == Quiet:
                    return;
                case Awaited when Interlocked.CompareExchange(ref _state, Quiet, Awaited) == Awaited:
                    _wait.SetResult(true);
                    return;
            }
        }
    }

    /// <summary>Timers ring a little early at times. Whoever waits on must have it set again.</summary>
    private void RingOnTime()
    {
        _timerIsSet = false;
        Ring();
    }

    /// <summary>Waits for a ring, or so long at most. One waiter at a time.</summary>
    public ValueTask WaitAsync(TimeSpan atMost)
    {
        SetTimer(atMost);
        _wait.Reset();
        if (Interlocked.CompareExchange(ref _state, Awaited, Quiet) == Quiet) return new(this, _wait.Version);

        Volatile.Write(ref _state, Quiet);
        return ValueTask.CompletedTask;
    }

    /// <summary>A timer that rings too early costs the loop a look; setting it anew for every event would cost more.</summary>
    private void SetTimer(TimeSpan atMost)
    {
        var now = _clock.GetElapsedTime(0);
        if (_timerIsSet && _timerRings <= now + atMost) return;

        (_timerRings, _timerIsSet) = (now + atMost, true);
        _timer.Change(atMost > TimeSpan.Zero ? atMost : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    void IValueTaskSource.GetResult(short token) => _wait.GetResult(token);
    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _wait.GetStatus(token);
    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wait.OnCompleted(continuation, state, token, flags);
}
