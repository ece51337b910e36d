namespace WorkOrders.Server.Store;

/// <summary>A link that shows an order to its tenant. Whoever reads this row can't open it.</summary>
internal sealed class TenantLinkRow
{
    /// <summary>SHA-256 of the token that stands in the link.</summary>
    public required byte[] Hash { get; init; }

    public required long Number { get; init; }

    /// <summary>Who made it, by which request: a repetition gets the same link.</summary>
    public required string Account { get; init; }
    public required Guid RequestId { get; init; }

    /// <summary>Of the request without its id.</summary>
    public required byte[] BodyHash { get; init; }

    /// <summary>Unix milliseconds, as all instants.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Null while it hasn't been ended.</summary>
    public long? RevokedAt { get; init; }
}
