namespace WorkOrders.Server.Store;

/// <summary>A standard phrase of Notera.</summary>
internal sealed class PhraseRow
{
    public required string Text { get; init; }

    /// <summary>Its place among those that are offered.</summary>
    public required int Position { get; set; }

    /// <summary>Whether the tenant sees it on Mina sidor.</summary>
    public bool TenantVisible { get; set; }

    /// <summary>Whether a contractor that notes it has been in contact with the tenant.</summary>
    public bool MeansContact { get; set; }

    /// <summary>No longer offered, and refused on new notes.</summary>
    public bool Retired { get; set; }
}
