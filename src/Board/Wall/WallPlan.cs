namespace WorkOrders.Board.Wall;

/// <summary>
/// How many rows fit where. A wall has room for 21 rows of 44 pixels below its header at 1920×1080, and everything is
/// drawn in proportion to the screen, so the plan is the same on every wall.
/// </summary>
internal static class WallPlan
{
    /// <summary>The most rows that any list shows.</summary>
    public const int MostRows = 5;
    public const int Events = 5;
    public const int Contractors = 7;

    public static int Rows(WaitingKind kind) => kind is WaitingKind.OpenQuestion or WaitingKind.NotAccepted ? MostRows : 3;

    /// <summary>Cuts a list to its rows. The last row says how many more there are, if there are.</summary>
    public static (IReadOnlyList<T> Shown, int More) Cut<T>(IReadOnlyList<T> worstFirst, int total, int rows)
    {
        var shown = worstFirst.Count <= rows && total <= rows ? worstFirst.Count : Math.Min(worstFirst.Count, rows - 1);
        return ([.. worstFirst.Take(shown)], Math.Max(0, total - shown));
    }
}
