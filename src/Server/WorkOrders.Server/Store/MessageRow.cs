namespace WorkOrders.Server.Store;

/// <summary>
/// Meddelande till beställare, by what its inbox filters and sorts by. Its words stand in the log alone, in the event of that
/// order and version.
/// </summary>
internal sealed class MessageRow
{
    /// <summary>The order. Key, together with <see cref="OrderVersion"/>.</summary>
    public required long Number { get; init; }

    /// <summary>The order's version that it made.</summary>
    public required int OrderVersion { get; init; }

    /// <summary>The sign-in of the order's orderer.</summary>
    public required string OrdererAccount { get; init; }

    /// <summary>Unix milliseconds, as all instants.</summary>
    public required long SentAt { get; init; }
}

/// <summary>An account has read a message.</summary>
internal sealed class MessageReadRow
{
    public required string Account { get; init; }
    public required long Number { get; init; }
    public required int OrderVersion { get; init; }
}
