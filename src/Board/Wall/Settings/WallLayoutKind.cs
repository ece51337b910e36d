using WorkOrders.V1;

namespace WorkOrders.Board.Wall.Settings;

/// <summary>What a wall can show, one at a time.</summary>
public enum WallLayoutKind
{
    All,
    Contractor,
    District,
}

public static class WallLayouts
{
    /// <summary>As it stands in the address.</summary>
    public static string Slug(this WallLayoutKind layout) => layout.ToString().ToLowerInvariant();

    public static WallLayoutKind? Of(string slug) =>
        Enum.GetValues<WallLayoutKind>().Where(l => l.Slug() == slug).Select(l => (WallLayoutKind?)l).FirstOrDefault();

    /// <summary>By what it groups what waits; null if it doesn't.</summary>
    public static WallGrouping? Grouping(this WallLayoutKind layout) => layout switch
    {
        WallLayoutKind.Contractor => WallGrouping.Contractor,
        WallLayoutKind.District => WallGrouping.District,
        _ => null,
    };
}
