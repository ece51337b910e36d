using WorkOrders.V1;
using Kind = WorkOrders.V1.WorkOrderEvent.KindOneofCase;

namespace WorkOrders.Board.Wall;

/// <summary>What of an order's past can't be told from its event.</summary>
internal enum Doubt
{
    None,
    /// <summary>Whether it stood in a list of which the board has only the beginning.</summary>
    Lists,
    /// <summary>Where it was counted.</summary>
    Counts,
}

/// <summary>What an order was before something happened, and what it is after. Null: not there.</summary>
internal sealed record Change(WorkOrderSummary? Before, WorkOrderSummary? After, Doubt Doubt)
{
    public long Number => (After ?? Before)?.Number ?? 0;

    /// <param name="known">The order's card, if the board has one of the version before the event.</param>
    public static Change Of(WorkOrderEvent happened, WorkOrderSummary? known) =>
        known is not null ? new Change(known, happened.Summary, Doubt.None)
        : happened.PreviousStatus == WorkOrderStatus.Unspecified ? new Change(null, happened.Summary, Doubt.None)
        : new Change(Rebuilt(happened), happened.Summary, DoubtAbout(happened));

    public static Change Of(OrderState state, WorkOrderSummary? known) => new(known, state.Summary, known is null ? Doubt.Counts : Doubt.None);

    /// <summary>An order went out of sight: where it was counted, only its card tells.</summary>
    public static Change Left(WorkOrderSummary? known) => new(known, null, known is null ? Doubt.Counts : Doubt.None);

    private static WorkOrderSummary Rebuilt(WorkOrderEvent happened)
    {
        var before = happened.Summary.Clone();
        before.Version = happened.OrderVersion - 1;
        before.Status = happened.PreviousStatus;
        before.OpenQuestions += happened.KindCase switch
        {
            Kind.QuestionAsked => -1,
            Kind.QuestionAnswered => 1,
            _ => 0,
        };
        if (before.Status == WorkOrderStatus.Registered)
            before.Contractor = null;
        return before;
    }

    // An event carries the card after it. Some changes wipe out what would have to be taken off: the contractor that an
    // order was taken from, the day of a completion that is undone; or a plan, or questions that nobody waits for any more.
    private static Doubt DoubtAbout(WorkOrderEvent happened) => happened.KindCase switch
    {
        Kind.Reassigned or Kind.Reopened or Kind.None => Doubt.Counts,
        Kind.Placed when happened.PreviousStatus != WorkOrderStatus.Registered => Doubt.Counts,
        Kind.Declined or Kind.Cancelled when happened.Summary.Contractor is null && happened.PreviousStatus != WorkOrderStatus.Registered => Doubt.Counts,
        Kind.Placed or Kind.Declined or Kind.Cancelled => Doubt.Lists,
        // a clock was stopped, started, or has another end
        Kind.PriorityChanged or Kind.TenantContacted or Kind.Paused or Kind.Resumed or Kind.QuestionAsked or Kind.QuestionAnswered => Doubt.Lists,
        Kind.NoteAdded when happened.NoteAdded.MeansContact => Doubt.Lists,
        Kind.Updated when happened.Updated.ChangedFields.Any(f => f.EndsWith("planned_for", StringComparison.Ordinal)) => Doubt.Lists,
        _ => Doubt.None,
    };
}
