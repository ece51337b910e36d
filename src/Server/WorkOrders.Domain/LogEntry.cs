namespace WorkOrders.Domain;

/// <summary>A row of Noteringar: Upplagd, Typ, Namn, Text. Swedish, as it is stored and shown.</summary>
public sealed record LogEntry(DateTimeOffset At, string Type, string Name, string Text)
{
    /// <summary>What the tenant reads beside <see cref="Name"/> on Mina sidor, never a free text; null hides the row.</summary>
    public string? TenantText { get; init; }

    public IReadOnlyList<Photo> Photos { get; init; } = [];

    public bool TenantVisible => TenantText is not null;
}
