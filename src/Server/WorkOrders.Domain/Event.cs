namespace WorkOrders.Domain;

/// <summary>
/// What has happened to an order: by whom, and when. None holds anything of the tenant's: the log is kept for ever.
/// Each needs a fold (<see cref="Fold"/>), a stored name (<see cref="EventNames"/>) and a row for people (<see cref="LogEntries"/>).
/// </summary>
public abstract record Event(Actor By, DateTimeOffset At);

// Into being, and to a contractor
public sealed record WorkOrderRegistered(
    long Number, OrderDetails Details, Orderer? Orderer, ContractorRef? FoundBy, Actor By, DateTimeOffset At) : Event(By, At);
public sealed record WorkOrderRegisteredAndPlaced(
    long Number, OrderDetails Details, Orderer Orderer, ContractorRef Contractor, Bundle Bundle, Actor By, DateTimeOffset At)
    : Event(By, At);
public sealed record WorkOrderPlaced(ContractorRef Contractor, Orderer Orderer, Bundle Bundle, Actor By, DateTimeOffset At)
    : Event(By, At)
{
    /// <summary>Null leaves the order's own.</summary>
    public Priority? Priority { get; init; }

    public string Reason { get; init; } = "";
}
/// <summary>Who had it before is not told: the new contractor reads this event too.</summary>
public sealed record WorkOrderReassigned(ContractorRef Contractor, Bundle Bundle, string Reason, Actor By, DateTimeOffset At)
    : Event(By, At);

// Through its statuses
public sealed record WorkOrderAccepted(Actor By, DateTimeOffset At) : Event(By, At);
public sealed record WorkOrderDeclined(string Reason, Actor By, DateTimeOffset At) : Event(By, At);
public sealed record WorkOrderCompleted(string ActionPerformed, Actor By, DateTimeOffset At) : Event(By, At)
{
    public IReadOnlyList<Photo> Photos { get; init; } = [];
}
public sealed record WorkOrderReopened(string Reason, Actor By, DateTimeOffset At) : Event(By, At);
public sealed record WorkOrderInvoiced(Actor By, DateTimeOffset At) : Event(By, At);
public sealed record WorkOrderCancelled(string Reason, Actor By, DateTimeOffset At) : Event(By, At);

// Words
public sealed record NoteAdded(StandardPhrase? Phrase, string Text, Actor By, DateTimeOffset At) : Event(By, At)
{
    public IReadOnlyList<Photo> Photos { get; init; } = [];
}
public sealed record QuestionAsked(int QuestionId, string Text, Actor By, DateTimeOffset At) : Event(By, At);
public sealed record QuestionAnswered(int QuestionId, string Text, Actor By, DateTimeOffset At) : Event(By, At);
public sealed record MessageSent(string Text, Actor By, DateTimeOffset At) : Event(By, At);

// Edits
public sealed record WorkOrderUpdated(OrderChanges Changes, Actor By, DateTimeOffset At) : Event(By, At);
/// <summary>Which fields changed and nothing of what is in them.</summary>
public sealed record TenantContactUpdated(TenantFields Changed, Actor By, DateTimeOffset At) : Event(By, At);

// Bundles
public sealed record WorkOrderBundled(Bundle Bundle, Actor By, DateTimeOffset At) : Event(By, At);
public sealed record WorkOrderUnbundled(Bundle Bundle, Actor By, DateTimeOffset At) : Event(By, At);

// Deadlines
public sealed record PriorityChanged(Priority Priority, Actor By, DateTimeOffset At) : Event(By, At);
public sealed record TenantContacted(string Text, Actor By, DateTimeOffset At) : Event(By, At);
public sealed record WorkOrderPaused(PauseReason Reason, string Text, Actor By, DateTimeOffset At) : Event(By, At);
/// <summary>The reason is that of the pause.</summary>
public sealed record WorkOrderResumed(PauseReason Reason, string Text, Actor By, DateTimeOffset At) : Event(By, At);
public sealed record VisitFailed(DateTimeOffset AttemptedAt, VisitNotice Notice, string Text, Actor By, DateTimeOffset At) : Event(By, At);
