namespace WorkOrders.Server.Store;

/// <summary>
/// What is durable: the log's identity and its ends, told after each commit. The writer announces and the
/// feed listens; neither knows the other.
/// </summary>
internal sealed class CommittedLog
{
    private long _head;

    /// <summary>Raised after each commit, in order, never concurrently, with all events of the batch. Handlers must not block.</summary>
    public event Action<IReadOnlyList<EventRow>>? Committed;

    /// <summary>The log's identity. A restored backup gets a new one.</summary>
    public string LogId { get; private set; } = "";

    /// <summary>The newest durable revision; 0 if nothing has happened.</summary>
    public long Head => Volatile.Read(ref _head);

    /// <summary>The oldest revision that can be read; 0 if nothing has happened. Nothing is ever pruned yet.</summary>
    public long Oldest => Head == 0 ? 0 : 1;

    /// <summary>Called once at start, before anything is served.</summary>
    public void Open(string logId, long head)
    {
        LogId = logId;
        Volatile.Write(ref _head, head);
    }

    /// <summary>Called by the writer alone, after the commit and before the callers are answered.</summary>
    public void Announce(IReadOnlyList<EventRow> events)
    {
        Volatile.Write(ref _head, events[^1].Revision);
        Committed?.Invoke(events);
    }
}
