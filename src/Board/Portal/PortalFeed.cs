using Google.Protobuf.WellKnownTypes;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Keeping;
using WorkOrders.V1;
using Frame = WorkOrders.V1.WatchWorkOrdersResponse.FrameOneofCase;

namespace WorkOrders.Board.Portal;

/// <summary>
/// The feed behind all pages of the portal: one line, which goes on where this browser has stopped listening. Pages load what
/// they show, and are told here when to load again.
/// </summary>
public sealed class PortalFeed(Follower follower, KeptPlace place) : IFollowing, IDisposable
{
    private static readonly TimeSpan BookmarkInterval = TimeSpan.FromSeconds(3);
    private static readonly string OwnVersion = typeof(PortalFeed).Assembly.GetName().Version?.ToString(3) ?? "";

    private readonly CancellationTokenSource _gone = new();
    private FeedPosition? _position;
    private bool _runs;
    private long? _desks;

    /// <summary>Something has happened to an order that the caller sees, or saw until now.</summary>
    public event Action<FeedItem>? Happened;

    /// <summary>
    /// The line is open (again): what was loaded before <see cref="Head"/> and not told of since may be old.
    /// </summary>
    public event Action? Opened;

    /// <summary>The log is another one: what was loaded from the one before says nothing about this one.</summary>
    public event Action? Lost;

    /// <summary>Somebody is away, or back: other questions may wait for the caller. Only the landlord's people are told.</summary>
    public event Action? DesksChanged;

    /// <summary>What may be claimed about the pages has changed: contact, clock, version.</summary>
    public event Action? Changed
    {
        add => follower.Changed += value;
        remove => follower.Changed -= value;
    }

    public Contact Contact => follower.Contact;
    public ServerClock Clock => follower.Clock;

    /// <summary>The newest revision when the line was opened.</summary>
    public long Head { get; private set; }

    /// <summary>The server is of another version than these pages: they should be loaded anew when that suits.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>Begins to follow; once, however often it is called.</summary>
    public void Start()
    {
        if (_runs)
            return;
        _runs = true;
        _ = follower.Run(this, _gone.Token);
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    async Task<WatchWorkOrdersRequest> IFollowing.Begin(CancellationToken stop)
    {
        _position ??= await place.FindAsync();
        var request = new WatchWorkOrdersRequest { BookmarkInterval = Duration.FromTimeSpan(BookmarkInterval) };
        if (_position is not null)
            request.After = _position.Clone();
        else
            request.FromNow = new();
        return request;
    }

    void IFollowing.Take(WatchWorkOrdersResponse frame)
    {
        switch (frame.FrameCase)
        {
            case Frame.Started:
                Head = frame.Started.HeadRevision;
                if (_position is null)
                    place.Reached(_position = new() { LogId = frame.Started.LogId, Revision = Head });
                IsOutdated |= frame.Started.ServerVersion.Length > 0 && frame.Started.ServerVersion != OwnVersion;
                ToldOfDesks(frame.Started.DesksVersion);
                Opened?.Invoke();
                break;
            case Frame.Events:
                foreach (var item in frame.Events.Items)
                {
                    Reached(RevisionOf(item));
                    Happened?.Invoke(item);
                }
                break;
            case Frame.CaughtUp:
                Settled(frame.CaughtUp.Revision);
                break;
            case Frame.Bookmark:
                Settled(frame.Bookmark.Revision);
                if (frame.Bookmark.DesksVersion > 0)
                    ToldOfDesks(frame.Bookmark.DesksVersion);
                break;
        }
    }

    void IFollowing.PositionIsLost()
    {
        _position = null;
        _ = place.LoseAsync();
        Lost?.Invoke();
    }

    /// <summary>The commit that an item tells of.</summary>
    public static long RevisionOf(FeedItem item) => item.ContentCase switch
    {
        FeedItem.ContentOneofCase.Event => item.Event.Revision,
        FeedItem.ContentOneofCase.Left => item.Left.Revision,
        FeedItem.ContentOneofCase.State => item.State.Revision,
        _ => 0,
    };

    /// <summary>The order that an item tells of.</summary>
    public static long NumberOf(FeedItem item) => item.ContentCase switch
    {
        FeedItem.ContentOneofCase.Event => item.Event.Number,
        FeedItem.ContentOneofCase.Left => item.Left.Number,
        FeedItem.ContentOneofCase.State => item.State.Summary.Number,
        _ => 0,
    };

    // whoever had to act upon what has happened until there has been told of it
    private void Settled(long revision)
    {
        Reached(revision);
        if (_position is not null)
            place.Reached(_position);
    }

    private void ToldOfDesks(long version)
    {
        var isNew = _desks is { } known && known != version;
        _desks = version;
        if (isNew)
            DesksChanged?.Invoke();
    }

    private void Reached(long revision)
    {
        if (_position is not null && revision > _position.Revision)
            _position.Revision = revision;
    }
}
