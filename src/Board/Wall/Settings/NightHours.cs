namespace WorkOrders.Board.Wall.Settings;

/// <summary>The hours of the Swedish clock in which a wall is dimmed: from the one, until the other begins.</summary>
public readonly record struct NightHours(int From, int To)
{
    public bool Holds(DateTime local) => From < To ? local.Hour >= From && local.Hour < To : local.Hour >= From || local.Hour < To;

    public override string ToString() => $"{From}-{To}";
}
