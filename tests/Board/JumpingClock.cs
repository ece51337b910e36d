using Microsoft.Extensions.Time.Testing;

namespace WorkOrders.Board.Tests;

/// <summary>A clock that somebody sets while the stopwatch goes on.</summary>
internal sealed class JumpingClock(DateTimeOffset start) : TimeProvider
{
    private readonly FakeTimeProvider _stopwatch = new(start);
    private TimeSpan _jumped;

    public override long TimestampFrequency => _stopwatch.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _stopwatch.GetUtcNow() + _jumped;

    public override long GetTimestamp() => _stopwatch.GetTimestamp();

    public void Advance(TimeSpan time) => _stopwatch.Advance(time);

    public void Jump(TimeSpan by) => _jumped += by;
}
