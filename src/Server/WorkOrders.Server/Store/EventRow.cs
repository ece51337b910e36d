namespace WorkOrders.Server.Store;

/// <summary>One event as the log keeps it. Rows are only ever added.</summary>
internal sealed class EventRow
{
    /// <summary>The commit: dense and ascending over the whole log. Key, together with <see cref="Index"/>.</summary>
    public required long Revision { get; init; }

    /// <summary>Its place among the events of that commit, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Unique for ever; the same wherever and however often the event is read.</summary>
    public required Guid EventId { get; init; }

    public required long Number { get; init; }

    /// <summary>The order's version after this event.</summary>
    public required int OrderVersion { get; init; }

    /// <summary>The stored name of the event's kind, as <c>EventNames</c> of the core writes it out.</summary>
    public required string Kind { get; init; }

    /// <summary>The order's type as the contract numbers it, which never changes: feeds filter by it without reading the payload.</summary>
    public required int Type { get; init; }

    /// <summary>The contractor who saw the order before this event, if any.</summary>
    public string? VisibleBefore { get; init; }

    /// <summary>The contractor who sees the order from this event on, if any.</summary>
    public string? VisibleAfter { get; init; }

    /// <summary>Unix milliseconds: SQLite compares no DateTimeOffset in EF.</summary>
    public required long CommittedAt { get; init; }

    /// <summary>The event in full, as the protobuf bytes of workorders.v1.WorkOrderEvent.</summary>
    public required byte[] Payload { get; init; }
}
