namespace WorkOrders.Board.Live;

/// <summary>
/// The server's clock, carried on by this machine's stopwatch: a television's own clock may be wrong, or jump.
/// </summary>
public sealed class ServerClock(TimeProvider time)
{
    private DateTimeOffset _told = time.GetUtcNow();
    private long _toldAt = time.GetTimestamp();

    public DateTimeOffset Now => _told + time.GetElapsedTime(_toldAt);

    public void Set(DateTimeOffset serverTime)
    {
        _told = serverTime;
        _toldAt = time.GetTimestamp();
    }
}
