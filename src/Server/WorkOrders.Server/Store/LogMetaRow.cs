namespace WorkOrders.Server.Store;

/// <summary>The one row that says which log this is and how far it has come.</summary>
internal sealed class LogMetaRow
{
    public required int Id { get; init; }

    /// <summary>Random; made when the log begins.</summary>
    public required string LogId { get; init; }

    /// <summary>The newest revision; 0 if nothing has happened.</summary>
    public required long Head { get; init; }

    /// <summary>The number that the next order gets.</summary>
    public required long NextNumber { get; init; }
}
