namespace WorkOrders.Server.Store;

/// <summary>A contractor that orders can be placed with.</summary>
internal sealed class ContractorRow
{
    /// <summary>The user name, in the form <c>1999/99999</c>: contract year and number.</summary>
    public required string Id { get; init; }

    /// <summary>The company's name.</summary>
    public required string Name { get; set; }

    /// <summary>Gets no new orders.</summary>
    public bool Disabled { get; set; }
}
