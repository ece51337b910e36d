namespace WorkOrders.Board.Live;

/// <summary>
/// How long to wait before the next try: full jitter, for ever, and never so long that a wall is late by 5 s, unless somebody
/// says how long is not too long.
/// </summary>
internal sealed class Backoff(Random random, TimeSpan? longest = null)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly TimeSpan _longest = longest ?? Longest;
    private int _failures;

    public void Reset() => _failures = 0;

    public TimeSpan Next()
    {
        var ceiling = First * Math.Pow(2, Math.Min(_failures++, 10));
        return random.NextDouble() * (ceiling < _longest ? ceiling : _longest);
    }

    /// <summary>The server said how long to stay away: up to twice that, so that not everybody comes back at once.</summary>
    public TimeSpan After(TimeSpan asked) => random.NextDouble() * (asked * 2 < _longest ? asked * 2 : _longest);
}
