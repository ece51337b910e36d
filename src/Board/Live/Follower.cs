using Microsoft.Extensions.Logging;
using WorkOrders.V1;
using Frame = WorkOrders.V1.WatchWorkOrdersResponse.FrameOneofCase;

namespace WorkOrders.Board.Live;

/// <summary>
/// Keeps a line to the feed, for ever: opens it, watches over it, and opens it again after whatever has cut it. Always
/// knows when it last knew.
/// </summary>
public sealed partial class Follower(WatchFeed watch, TimeProvider time, ILogger<Follower> log)
{
    private static readonly TimeSpan PatienceForStart = TimeSpan.FromSeconds(5);

    private readonly Backoff _backoff = new(Random.Shared);
    private TimeSpan? _stayAway;
    private bool _isInStep;

    public ServerClock Clock { get; } = new(time);
    public Contact Contact => field ??= new Contact(time, Clock);

    /// <summary>What may be claimed about the picture has changed: a batch was taken in, or the line was cut.</summary>
    public event Action? Changed;

    /// <summary>Follows until it is stopped.</summary>
    public async Task Run(IFollowing following, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Follow(following, stop);
                LogEnded();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (SignedOutException)
            {
                Contact.SignedOut();
            }
            catch (PositionLostException)
            {
                following.PositionIsLost();
            }
            catch (Exception e) // whatever it was: a screen tries again
            {
                LogCut(e.GetType().Name);
            }
            Contact.Lost();
            Changed?.Invoke();
            var pause = _stayAway is { } asked ? _backoff.After(asked) : _backoff.Next();
            _stayAway = null;
            await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Follow(IFollowing following, CancellationToken stop)
    {
        var request = await following.Begin(stop);
        using var watchdog = new CancellationTokenSource(PatienceForStart, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, watchdog.Token);
        await foreach (var frames in watch(request, either.Token))
        {
            watchdog.CancelAfter(Contact.Broken);
            foreach (var frame in frames)
            {
                Hear(frame);
                following.Take(frame);
            }
            await following.Settle(either.Token);
            Changed?.Invoke();
        }
    }

    private void Hear(WatchWorkOrdersResponse frame)
    {
        _backoff.Reset();
        switch (frame.FrameCase)
        {
            case Frame.Started:
                _isInStep = false;
                Clock.Set(frame.Started.ServerTime?.ToDateTimeOffset() ?? Clock.Now);
                break;
            case Frame.CaughtUp:
                _isInStep = true;
                break;
            case Frame.FellBehind:
                _isInStep = false;
                break;
            case Frame.Bookmark:
                _isInStep = true;
                Clock.Set(frame.Bookmark.ServerTime?.ToDateTimeOffset() ?? Clock.Now);
                break;
            case Frame.Closing:
                _stayAway = frame.Closing.ReconnectAfter?.ToTimeSpan();
                break;
        }
        Contact.Heard(_isInStep);
    }

    [LoggerMessage(LogLevel.Information, "The feed ended; following again.")]
    private partial void LogEnded();

    [LoggerMessage(LogLevel.Information, "The feed was cut ({Reason}); trying again.")]
    private partial void LogCut(string reason);
}
