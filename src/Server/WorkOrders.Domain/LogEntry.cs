namespace WorkOrders.Domain;

/// <summary>A row of Noteringar: Upplagd, Typ, Namn, Text. Swedish, as it is stored and shown.</summary>
public sealed record LogEntry(DateTimeOffset At, string Type, string Name, string Text)
{
    /// <summary>Whether the tenant learns that this happened, in the words of <see cref="TenantView"/> and never in these.</summary>
    public bool TenantVisible { get; init; }

    public IReadOnlyList<Photo> Photos { get; init; } = [];
}
