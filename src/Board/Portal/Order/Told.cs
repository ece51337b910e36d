namespace WorkOrders.Board.Portal.Order;

/// <summary>What one page has to say on the next: that a note was saved, and on which order.</summary>
public sealed class Told
{
    private (long Number, string Key)? _told;

    public void Say(long number, string key) => _told = (number, key);

    /// <summary>Once, and only on that order's page; null if there is nothing to say.</summary>
    public string? Take(long number)
    {
        if (_told is not { } told || told.Number != number)
            return null;
        _told = null;
        return told.Key;
    }
}
