using System.Collections.Immutable;

namespace WorkOrders.Board.Wall.Settings;

/// <summary>Which layout's turn it is, by the stopwatch: whatever the clock does, each has its time.</summary>
public sealed class Rotation(TimeProvider time)
{
    private ImmutableArray<WallLayoutKind> _layouts = [WallLayoutKind.All];
    private TimeSpan? _every;
    private long _since = time.GetTimestamp();

    public int At { get; private set; }

    public int Count => _layouts.Length;

    public WallLayoutKind Current => _layouts[At];

    /// <summary>Somebody has stopped it.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Whether there is anything to stop and to let go on.</summary>
    public bool CanTurn => _every is not null && Count > 1;

    /// <summary>How long the present one still has; null if it stays.</summary>
    public TimeSpan? Left => CanTurn && !IsPaused
        ? _every - time.GetElapsedTime(_since) is { } left && left > TimeSpan.Zero ? left : TimeSpan.Zero
        : null;

    /// <summary>As it is set. What somebody has done meanwhile holds on, as long as nothing else is set.</summary>
    public void Set(WallSettings settings)
    {
        if (!_layouts.SequenceEqual(settings.Layouts) || _every != settings.Every)
        {
            (_layouts, _every) = (settings.Layouts, settings.Every);
            (At, IsPaused) = (0, false);
            _since = time.GetTimestamp();
        }
        if (settings.Show is { } show && (show != Current || !IsPaused))
        {
            At = _layouts.IndexOf(show);
            Pause(true);
        }
    }

    /// <summary>Goes on if it is time to; true if it did.</summary>
    public bool Tick()
    {
        if (Left is not { Ticks: 0 })
            return false;
        Turn(1);
        return true;
    }

    /// <summary>On by so many, or back. Whatever it turns to has its whole time.</summary>
    public void Turn(int by)
    {
        At = ((At + by) % Count + Count) % Count;
        _since = time.GetTimestamp();
    }

    public void Pause(bool pause)
    {
        IsPaused = pause && CanTurn;
        _since = time.GetTimestamp();
    }
}
