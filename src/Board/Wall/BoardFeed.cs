using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;
using WorkOrders.Board.Shared;
using WorkOrders.V1;
using Frame = WorkOrders.V1.WatchWorkOrdersResponse.FrameOneofCase;

namespace WorkOrders.Board.Wall;

/// <summary>
/// Keeps the picture right, for ever: a snapshot, then the feed from its revision on; after a cut it goes on from where
/// it was. Never gives up, and always knows when it last knew.
/// </summary>
public sealed partial class BoardFeed(LoadWallBoard load, WatchWall watch, TimeProvider time, ILogger<BoardFeed> log)
{
    private static readonly TimeSpan BookmarkInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PatienceForStart = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenReloads = TimeSpan.FromSeconds(2);
    /// <summary>Further behind than this, a snapshot is quicker than the events.</summary>
    private const int TooFarBehind = 2_000;

    private readonly Backoff _backoff = new(Random.Shared);
    private TimeSpan? _stayAway;
    private bool _positionIsLost;
    private bool _isInStep;
    private long? _reloadedAt;

    /// <summary>Something is to be drawn: the picture, or what may be claimed about it, has changed.</summary>
    public event Action? Changed;

    /// <summary>The server is of another version than this page.</summary>
    public event Action? OtherVersion;

    public BoardState? State { get; private set; }
    public ServerClock Clock { get; } = new(time);
    public Contact Contact => field ??= new Contact(time, Clock);
    public Recent Recent { get; } = new(time);

    /// <summary>Shows a snapshot that came with the page.</summary>
    public void Show(GetWallBoardResponse snapshot)
    {
        State = BoardState.Of(snapshot);
        Clock.Set(State.TakenAt);
        Contact.Loaded(State.TakenAt);
    }

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Follow(stop);
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
                _positionIsLost = true;
            }
            catch (Exception e) // whatever it was: a wall tries again
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

    private async Task Follow(CancellationToken stop)
    {
        if (State is null || _positionIsLost)
            await Reload(stop);

        using var watchdog = new CancellationTokenSource(PatienceForStart, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, watchdog.Token);
        await foreach (var frames in watch(Request(State!), either.Token))
        {
            watchdog.CancelAfter(Contact.Broken);
            foreach (var frame in frames)
                Take(frame);
            if (NeedsSnapshot())
                await Refresh(either.Token);
            Changed?.Invoke();
        }
    }

    private void Take(WatchWorkOrdersResponse frame)
    {
        _backoff.Reset();
        switch (frame.FrameCase)
        {
            case Frame.Started:
                Greet(frame.Started);
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

        var before = State!;
        State = before.Apply(frame);
        if (State.Revision > before.Revision)
            Recent.MovedOnFrom(before.Revision);
    }

    private void Greet(Started started)
    {
        _isInStep = false;
        Clock.Set(started.ServerTime?.ToDateTimeOffset() ?? Clock.Now);
        if (State!.ServerVersion is { Length: > 0 } ours && started.ServerVersion.Length > 0 && started.ServerVersion != ours)
            OtherVersion?.Invoke();
        if (started.HeadRevision - State.Revision > TooFarBehind)
            throw new PositionLostException();
    }

    private async Task Refresh(CancellationToken stop)
    {
        try
        {
            await Reload(stop);
        }
        catch (Exception e) when (e is not (OperationCanceledException or SignedOutException))
        {
            LogNoSnapshot(e.GetType().Name); // the feed still comes: show what it tells, and ask again later
        }
    }

    // Quietly, beside a feed that goes on; and not in a storm if the server can't give what is wished.
    private bool NeedsSnapshot() => (State!.WantsSnapshot || SwedishTime.DateOf(Clock.Now) != State.Day)
        && (_reloadedAt is not { } at || time.GetElapsedTime(at) >= BetweenReloads);

    private async Task Reload(CancellationToken stop)
    {
        _reloadedAt = time.GetTimestamp();
        var snapshot = await load(stop);
        // A snapshot from before what has been shown already would lose what lies between.
        if (State is { } shown && shown.LogId == snapshot.LogId && snapshot.Revision < shown.Revision && !_positionIsLost)
            return;
        var ours = State?.ServerVersion;
        State = BoardState.Of(snapshot) with { ServerVersion = ours ?? snapshot.ServerVersion };
        _positionIsLost = false;
        Clock.Set(State.TakenAt);
        Contact.Loaded(State.TakenAt);
    }

    private static WatchWorkOrdersRequest Request(BoardState state) => new()
    {
        After = new FeedPosition { LogId = state.LogId, Revision = state.Revision },
        View = FeedView.Wall,
        BookmarkInterval = Duration.FromTimeSpan(BookmarkInterval),
    };

    [LoggerMessage(LogLevel.Information, "The feed ended; following again.")]
    private partial void LogEnded();

    [LoggerMessage(LogLevel.Warning, "The picture could not be refreshed ({Reason}); asking again.")]
    private partial void LogNoSnapshot(string reason);

    [LoggerMessage(LogLevel.Information, "The feed was cut ({Reason}); trying again.")]
    private partial void LogCut(string reason);
}
