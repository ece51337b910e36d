
namespace WorkOrders.Board.Live;

/// <summary>What the wall may claim about how fresh it is.</summary>
public enum ContactState
{
    /// <summary>The first contact is being made; what is shown is as old as the page.</summary>
    Connecting,
    /// <summary>A sign of life within the last seconds.</summary>
    Live,
    /// <summary>The line is cut, or has been quiet for longer than it should.</summary>
    Reconnecting,
    /// <summary>Nothing heard for 10 s.</summary>
    Broken,
    /// <summary>Nothing heard for 60 s: what is shown must look old.</summary>
    Stale,
}

/// <summary>When the server was heard last, by the stopwatch: a clock that jumps makes nothing fresh.</summary>
public sealed class Contact(TimeProvider time, ServerClock clock)
{
    // bookmarks are asked for every 2 s: two of them have failed to come
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan Broken = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Stale = TimeSpan.FromSeconds(60);

    private long _heard = time.GetTimestamp();
    private bool _connected;
    private bool _everConnected;

    /// <summary>The server's time when the picture was last known to be right.</summary>
    public DateTimeOffset HeardAt { get; private set; } = clock.Now;

    /// <summary>The server answers, but not to us: somebody has to sign in.</summary>
    public bool IsSignedOut { get; private set; }

    public ContactState State => time.GetElapsedTime(_heard) switch
    {
        var silence when silence >= Stale => ContactState.Stale,
        var silence when silence >= Broken => ContactState.Broken,
        _ when !_everConnected => ContactState.Connecting,
        var silence when silence >= Quiet || !_connected => ContactState.Reconnecting,
        _ => ContactState.Live,
    };

    /// <summary>A frame came. Only if all that has happened has come is the picture right as of now.</summary>
    public void Heard(bool isInStep)
    {
        _heard = time.GetTimestamp();
        _connected = isInStep;
        _everConnected |= isInStep;
        IsSignedOut = false;
        if (isInStep)
            HeardAt = clock.Now;
    }

    /// <summary>A snapshot came, taken at the given time. That alone is not yet a line on which changes arrive.</summary>
    public void Loaded(DateTimeOffset takenAt)
    {
        _heard = time.GetTimestamp();
        HeardAt = takenAt;
    }

    public void Lost() => _connected = false;

    public void SignedOut()
    {
        Lost();
        IsSignedOut = true;
    }
}
