namespace WorkOrders.Board.Wall;

/// <summary>
/// How many rows fit where. Everything is drawn in proportion to the screen, so the plan is the same on every wall of the
/// same scale: a 16:9 screen is 60 × 33.75 rem at 100 %, and half as much at 200 %. Counted in rem, as wall.css does.
/// </summary>
public sealed record WallPlan(int Scale)
{
    private const double Width = 60, Height = 33.75, Row = 1.375;
    /// <summary>What a panel has above its rows: a line, a little air, and seen from afar its number.</summary>
    private const double Line = .3125, TileNumber = 3, Kinds = 2 * Row;
    private const double Gap = .6;
    private const double NarrowestTile = 18;
    /// <summary>Nobody reads more of one contractor's orders off a wall.</summary>
    private const int MostTileRows = 16, MostTileColumns = 4, FewestTileColumns = 2, FewestOrders = 2;

    /// <summary>The most rows that any list shows, at whatever scale.</summary>
    public const int MostRows = 10;

    public static WallPlan Plain { get; } = new(100);

    /// <summary>Seen from so far that only what waits has room: no matrix, no events.</summary>
    public bool IsClose => Scale > 100;

    /// <summary>How many contractors the table beside the matrix shows.</summary>
    public const int Contractors = 7;

    public int Events => 5 + 2 * (Extra / 4);

    public int Rows(WaitingKind kind) =>
        IsClose ? (int)(((Below - Gap) / 2 - Line - Tally) / Row)
        : kind is WaitingKind.OpenQuestion or WaitingKind.NotAccepted ? Math.Min(5 + Extra - 2 * (Extra / 4), MostRows)
        : 3 + Extra / 4;

    /// <summary>The fewest rows of tiles in which there is one for everybody, or as many as there is room for.</summary>
    public TilePlan Tiles(int groups)
    {
        var columns = Math.Clamp((int)(Width * 100 / Scale / NarrowestTile), FewestTileColumns, MostTileColumns);
        var rows = 1;
        while (columns * rows < groups && OrdersIn(rows + 1) >= FewestOrders)
            rows++;
        return new(Math.Clamp(groups, 1, columns), rows, Math.Clamp(OrdersIn(rows), 0, MostTileRows), (int)((TileHeight(rows) - Line - Row) / Row));
    }

    /// <summary>Cuts a list to its rows. The last row says how many more there are, if there are.</summary>
    public static (IReadOnlyList<T> Shown, int More) Cut<T>(IReadOnlyList<T> worstFirst, int total, int rows)
    {
        var shown = worstFirst.Count <= rows && total <= rows ? worstFirst.Count : Math.Min(worstFirst.Count, Math.Max(0, rows - 1));
        return ([.. worstFirst.Take(shown)], Math.Max(0, total - shown));
    }

    /// <summary>What is left below the header.</summary>
    private double Below => Height * 100 / Scale - (IsClose ? 3.1 : 3.9);

    /// <summary>A number above its rows: a little smaller than at 100 %, and never less than 96 pixels at 1920×1080.</summary>
    private double Tally => Math.Max(2.4, 3 * 100.0 / Scale);

    /// <summary>Rows beyond those of a wall at 100 %.</summary>
    private int Extra => IsClose ? 0 : (int)((Below - (Height - 3.9)) / Row);

    private double TileHeight(int rows) => (Below - (rows - 1) * Gap) / rows;

    private int OrdersIn(int tileRows) => (int)((TileHeight(tileRows) - Line - TileNumber - Kinds) / Row);
}

/// <summary>How tiles are laid out, how many rows each has for its orders, and how many the tile of all others has.</summary>
public readonly record struct TilePlan(int Columns, int Rows, int Orders, int Others);
