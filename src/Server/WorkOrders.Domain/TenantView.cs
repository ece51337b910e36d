using static WorkOrders.Domain.TenantNewsKind;

namespace WorkOrders.Domain;

/// <summary>What the tenant learns of an order. Everything that reaches a tenant goes through here.</summary>
public static class TenantView
{
    /// <summary>Null for what is none of the tenant's: questions, messages, free text, invoices, who may be called, bundles.</summary>
    public static TenantNews? Of(Event e) =>
        Of(EventNames.Of(e), (e as NoteAdded)?.Phrase, (e as WorkOrderUpdated)?.Changes.PlannedFor);

    /// <summary>The same for an event as the log keeps it: by its stored name, and what else decides within two kinds.</summary>
    /// <param name="storedName">As <see cref="EventNames"/> writes it out.</param>
    /// <param name="phrase">Of a note, with its flag as it was then.</param>
    /// <param name="plan">The planned day, if an edit changed it.</param>
    public static TenantNews? Of(string storedName, StandardPhrase? phrase, Change<DateOnly?>? plan) => storedName switch
    {
        "work_order_registered" => new(Received),
        "work_order_registered_and_placed" or "work_order_placed" => new(Ordered),
        "work_order_accepted" => new(Accepted),
        "work_order_completed" => new(Done),
        "work_order_cancelled" => new(Cancelled),
        "note_added" => phrase is { TenantVisible: true } ? new(Noted, phrase.Text) : null,
        "work_order_updated" => plan is null ? null : plan.To is { } day ? new(Planned, Day: day) : new(PlanDropped),

        // these take back what the tenant has seen
        "work_order_declined" => new(Sought),
        "work_order_reassigned" => new(HandedOver),
        "work_order_reopened" => new(Reopened),

        "work_order_invoiced" => null,
        "question_asked" or "question_answered" or "message_sent" => null,
        "tenant_contact_updated" => null,
        "work_order_bundled" or "work_order_unbundled" => null,
        "tenant_contacted" => new(Contacted),
        // the tenant may have to pay for it
        "visit_failed" => new(TenantNewsKind.VisitFailed),
        // how the landlord and its contractor reckon with each other
        "priority_changed" or "work_order_paused" or "work_order_resumed" => null,
        _ => throw new InvalidOperationException($"Nobody has said whether tenants learn of {storedName}."),
    };

    public static TenantStatus StatusOf(WorkOrderStatus status) => status switch
    {
        // nobody has it yet, or nobody any more
        WorkOrderStatus.Registered or WorkOrderStatus.Declined => TenantStatus.Received,
        WorkOrderStatus.Ordered => TenantStatus.Ordered,
        WorkOrderStatus.Accepted => TenantStatus.Accepted,
        WorkOrderStatus.Completed or WorkOrderStatus.Invoiced => TenantStatus.Done,
        WorkOrderStatus.Cancelled => TenantStatus.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Nobody has said what tenants see."),
    };

    /// <summary>Whether the order is of the tenant who moved in that day: what is older was the business of whoever lived there before.</summary>
    public static bool IsOfTenantSince(WorkOrder order, DateOnly movedIn) => SwedishTime.DateOf(order.RegisteredAt) >= movedIn;

    /// <summary>Until when a link to the order can be opened: so long after it was closed, and never longer than links live.</summary>
    public static DateTimeOffset LinkEnds(WorkOrder order, DateTimeOffset created, TimeSpan life, TimeSpan afterClosing)
    {
        var atMost = created + life;
        return (order.CancelledAt ?? order.CompletedAt) + afterClosing is { } closed && closed < atMost ? closed : atMost;
    }
}
