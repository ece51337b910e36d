namespace WorkOrders.Board.Wall;

/// <summary>Which revisions are so new that what they touched is highlighted, for a moment and once.</summary>
public sealed class Recent(TimeProvider time)
{
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(1.8);

    private readonly Queue<(long Before, long Came)> _steps = [];

    /// <summary>The picture moved on from a revision.</summary>
    public void MovedOnFrom(long revision) => _steps.Enqueue((revision, time.GetTimestamp()));

    public bool Holds(long revision)
    {
        while (_steps.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Came) >= Moment)
            _steps.Dequeue();
        return _steps.TryPeek(out var first) && revision > first.Before;
    }
}
