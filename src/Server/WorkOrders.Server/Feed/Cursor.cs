namespace WorkOrders.Server.Feed;

/// <summary>
/// A stream's place in the log, and all that is held for it. It reads what is at hand, or from the disk when it has
/// fallen behind; events that come twice, not at all or too early as a signal make no difference to it.
/// </summary>
internal sealed class Cursor(Watch watch, long position, Ring ring, LogPages disk, FeedSettings settings, TimeProvider clock)
{
    private readonly Batch _batch = new(watch.Scope, position, settings.FrameBytes);
    private long _sent = clock.GetTimestamp();
    private bool _live;

    /// <summary>Everything in scope up to here was in a frame that <see cref="Next"/> has given.</summary>
    public long Position => _batch.Position;

    /// <summary>How long nothing needs to be said if nothing happens.</summary>
    public TimeSpan Patience => watch.BookmarkInterval - clock.GetElapsedTime(_sent);

    /// <summary>What to send now; null if there is nothing to say.</summary>
    public Frame? Next()
    {
        var next = Read();
        if (next is not null) _sent = clock.GetTimestamp();
        return next;
    }

    private Frame? Read()
    {
        do
        {
            _batch.Clear();
            if (!ring.TryRead(_batch))
            {
                if (_live)
                {
                    _live = false;
                    return Frames.FellBehind(Position);
                }
                disk.Read(_batch, ring.Head);
            }
            _batch.LeaveOutUntold();
            if (!_batch.IsEmpty) return _batch.ToFrame();
            if (Patience <= TimeSpan.Zero) return Frames.Bookmark(Position, clock.GetUtcNow());
        }
        while (Position < ring.Head);

        if (_live) return null;
        _live = true;
        return Frames.CaughtUp(Position);
    }
}
