using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;
using WorkOrders.Board.Live;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Wall;

/// <summary>
/// Keeps the wall's picture right: a snapshot, then the feed from its revision on; after a cut it goes on from where it was.
/// </summary>
public sealed partial class BoardFeed(LoadWallBoard load, Follower follower, TimeProvider time, ILogger<BoardFeed> log) : IFollowing
{
    private static readonly TimeSpan BookmarkInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenReloads = TimeSpan.FromSeconds(2);
    /// <summary>Further behind than this, a snapshot is quicker than the events.</summary>
    private const int TooFarBehind = 2_000;

    private bool _positionIsLost;
    private long? _reloadedAt;

    /// <summary>Something is to be drawn: the picture, or what may be claimed about it, has changed.</summary>
    public event Action? Changed
    {
        add => follower.Changed += value;
        remove => follower.Changed -= value;
    }

    /// <summary>The server is of another version than this page.</summary>
    public event Action? OtherVersion;

    /// <summary>By what the wall groups what waits, in whichever of its layouts. To be set before anything is shown.</summary>
    public IReadOnlyList<WallGrouping> Groupings { get; set; } = [];

    public BoardState? State { get; private set; }
    public ServerClock Clock => follower.Clock;
    public Contact Contact => follower.Contact;
    public Recent Recent { get; } = new(time);

    /// <summary>Shows a snapshot that came with the page.</summary>
    public void Show(GetWallBoardResponse snapshot)
    {
        State = BoardState.Of(snapshot, Groupings);
        Clock.Set(State.TakenAt);
        Contact.Loaded(State.TakenAt);
    }

    public Task Run(CancellationToken stop) => follower.Run(this, stop);

    async Task<WatchWorkOrdersRequest> IFollowing.Begin(CancellationToken stop)
    {
        if (State is null || _positionIsLost)
            await Reload(stop);
        return Request(State!);
    }

    void IFollowing.Take(WatchWorkOrdersResponse frame)
    {
        if (frame.Started is { } started)
            Greet(started);
        var before = State!;
        State = before.Apply(frame);
        if (State.Revision > before.Revision)
            Recent.MovedOnFrom(before.Revision);
    }

    async Task IFollowing.Settle(CancellationToken stop)
    {
        if (!NeedsSnapshot())
            return;
        try
        {
            await Reload(stop);
        }
        catch (Exception e) when (e is not (OperationCanceledException or SignedOutException))
        {
            LogNoSnapshot(e.GetType().Name); // the feed still comes: show what it tells, and ask again later
        }
    }

    void IFollowing.PositionIsLost() => _positionIsLost = true;

    private void Greet(Started started)
    {
        if (State!.ServerVersion is { Length: > 0 } ours && started.ServerVersion.Length > 0 && started.ServerVersion != ours)
            OtherVersion?.Invoke();
        if (started.HeadRevision - State.Revision > TooFarBehind)
            throw new PositionLostException();
    }

    // Quietly, beside a feed that goes on; and not in a storm if the server can't give what is wished.
    private bool NeedsSnapshot() => (State!.WantsSnapshot || State.IsOutdated(Clock.Now))
        && (_reloadedAt is not { } at || time.GetElapsedTime(at) >= BetweenReloads);

    private async Task Reload(CancellationToken stop)
    {
        _reloadedAt = time.GetTimestamp();
        var snapshot = await load(Groupings, stop);
        // A snapshot from before what has been shown already would lose what lies between.
        if (State is { } shown && shown.LogId == snapshot.LogId && snapshot.Revision < shown.Revision && !_positionIsLost)
            return;
        var ours = State?.ServerVersion;
        State = BoardState.Of(snapshot, Groupings) with { ServerVersion = ours ?? snapshot.ServerVersion };
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

    [LoggerMessage(LogLevel.Warning, "The picture could not be refreshed ({Reason}); asking again.")]
    private partial void LogNoSnapshot(string reason);
}
