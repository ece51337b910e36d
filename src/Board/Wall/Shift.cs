namespace WorkOrders.Board.Wall;

/// <summary>
/// Where the whole picture stands, so that no pixel shows the same for months: one of eight places a few pixels around the
/// middle, another one every three minutes. It jumps; nothing moves.
/// </summary>
internal static class Shift
{
    public const int Places = 8;

    public static readonly TimeSpan Every = TimeSpan.FromMinutes(3);

    /// <summary>The place, as wall.css numbers it.</summary>
    public static int At(DateTimeOffset now) => (int)(now.ToUnixTimeSeconds() / (long)Every.TotalSeconds % Places);
}
