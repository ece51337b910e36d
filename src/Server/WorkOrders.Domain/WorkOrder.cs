namespace WorkOrders.Domain;

/// <summary>An order of work as it stands after its events. Changed only by <see cref="Fold.Apply"/>.</summary>
public sealed record WorkOrder
{
    public required long Number { get; init; }
    /// <summary>How many events the order has had: dense, 1 after the first.</summary>
    public int Version { get; init; }
    public required string OrderClass { get; init; }
    public required WorkOrderType Type { get; init; }
    public WorkOrderStatus Status { get; init; }
    public Priority Priority { get; init; }
    public Bundle? Bundle { get; init; }

    public required PropertyObject PropertyObject { get; init; }
    public required Subject Subject { get; init; }
    /// <summary>Personal data, like <see cref="Access"/>: in no event, and null where it is withheld.</summary>
    public TenantContact? Tenant { get; init; }
    public Access? Access { get; init; }

    /// <summary>Null for a contractor's finding until somebody places it.</summary>
    public Orderer? Orderer { get; init; }
    /// <summary>With whom it is, or for a declined order was. Null while it is registered only.</summary>
    public ContractorRef? Contractor { get; init; }
    /// <summary>The contractor that registered it as its own finding.</summary>
    public ContractorRef? FoundBy { get; init; }

    /// <summary>The day that the landlord wished for. Planned for again when a contractor's own plan falls away.</summary>
    public DateOnly? WishedFor { get; init; }
    public DateOnly? PlannedFor { get; init; }
    /// <summary>Utförd åtgärd. A draft until completion.</summary>
    public string ActionPerformed { get; init; } = "";
    public string DeclineReason { get; init; } = "";
    public string CancelReason { get; init; } = "";
    public IReadOnlyList<Question> Questions { get; init; } = [];

    public required DateTimeOffset RegisteredAt { get; init; }
    /// <summary>When it was sent to the present contractor.</summary>
    public DateTimeOffset? OrderedAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
    public DateTimeOffset? DeclinedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }
    public DateTimeOffset? InvoicedAt { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>
    /// When the clocks began: sent to the present contractor, or given another priority. Null while it is with nobody, and on
    /// orders that are older than deadlines.
    /// </summary>
    public DateTimeOffset? ClocksFrom { get; init; }
    /// <summary>The present contractor's first contact with the tenant.</summary>
    public DateTimeOffset? ContactedAt { get; init; }
    /// <summary>As <see cref="Deadlines"/> reckoned it. Null also while its clock stands still.</summary>
    public DateTimeOffset? FirstContactDue { get; init; }
    /// <summary>As <see cref="Deadlines"/> reckoned it. Null also while its clock stands still.</summary>
    public DateTimeOffset? CompletionDue { get; init; }
    /// <summary>Since <see cref="ClocksFrom"/>, but for those for an answer: they are the questions' own times.</summary>
    public IReadOnlyList<Pause> Pauses { get; init => field = value ?? []; } = [];
    public IReadOnlyList<FailedVisit> FailedVisits { get; init => field = value ?? []; } = [];

    /// <summary>The Swedish day of <see cref="CompletedAt"/>, from which the 30 days are counted.</summary>
    public DateOnly? CompletedOn => CompletedAt is { } at ? SwedishTime.DateOf(at) : null;
    public Invoice Invoice => Invoice.Of(Number);
    /// <summary>Those that somebody waits for: what a contractor asked that no longer has the order, needs no answer.</summary>
    public IEnumerable<Question> OpenQuestions => Questions.Where(q => q.IsOpen && q.AskedBy.Is(VisibleTo));

    public bool IsOpen => Status is not (WorkOrderStatus.Completed or WorkOrderStatus.Invoiced or WorkOrderStatus.Cancelled);
    /// <summary>Försenad: something was due by then, and it isn't done.</summary>
    public bool IsOverdue(DateTimeOffset now) => IsOpen && this.NextDue() <= now;
    /// <summary>The pause that somebody has to end.</summary>
    public Pause? OpenPause => Pauses.LastOrDefault(p => p.To is null);

    /// <summary>The contractor that sees the order now, beside the landlord; null if none does.</summary>
    public string? VisibleTo => Status switch
    {
        WorkOrderStatus.Registered => FoundBy?.Id,
        WorkOrderStatus.Declined => null,
        // a contractor that declined has seen the last of it, whatever becomes of it
        WorkOrderStatus.Cancelled when DeclinedAt is not null => null,
        _ => (Contractor ?? FoundBy)?.Id,
    };
}
