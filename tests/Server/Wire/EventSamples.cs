using WorkOrders.Domain;

namespace WorkOrders.Server.Tests.Wire;

/// <summary>One event of each kind, on the order that the first of them begins.</summary>
internal static class EventSamples
{
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;
    private static readonly Actor By = new(ActorRole.Dispatcher, "dispatch", "Driftcentralen");
    private static readonly ContractorRef Firm = new("1999/99999", "Testfirma AB");
    private static readonly Orderer Elsa = new() { AccountId = "elsa", Name = "Elsa Österberg" };
    private static readonly Bundle Bundle = new("64010765", new(2019, 8, 19));

    private static readonly OrderDetails Details = new()
    {
        Type = WorkOrderType.Fault,
        PropertyObject = new() { Number = "64010765", Address = new("Torögatan 51") },
        Subject = new() { Phrase = "Blandare läcker" },
    };

    public static IReadOnlyList<Event> All { get; } =
    [
        new WorkOrderRegistered(2375, Details, Elsa, null, By, At),
        new WorkOrderRegisteredAndPlaced(2375, Details, Elsa, Firm, Bundle, By, At),
        new WorkOrderPlaced(Firm, Elsa, Bundle, By, At),
        new WorkOrderReassigned(Firm, Bundle, "Hinner inte", By, At),
        new WorkOrderAccepted(By, At),
        new WorkOrderDeclined("Fel område", By, At),
        new WorkOrderCompleted("Bytt blandare", By, At),
        new WorkOrderReopened("Läcker än", By, At),
        new WorkOrderInvoiced(By, At),
        new WorkOrderCancelled("Dubblett", By, At),
        new NoteAdded(StandardPhrases.Seed[0], "", By, At),
        new QuestionAsked(1, "Ska blandaren bytas?", By, At),
        new QuestionAnswered(1, "Ja byt blandaren", By, At),
        new MessageSent("Klart i morgon", By, At),
        new WorkOrderUpdated(new() { PlannedFor = new(null) }, By, At),
        new TenantContactUpdated(TenantFields.HomePhone, By, At),
        new WorkOrderBundled(Bundle, By, At),
        new WorkOrderUnbundled(Bundle, By, At),
        new PriorityChanged(Priority.Emergency, By, At),
        new TenantContacted("Kommer tisdag", By, At),
        new WorkOrderPaused(PauseReason.WaitingForParts, "Packning beställd", By, At),
        new WorkOrderResumed(PauseReason.WaitingForParts, "Packningen har kommit", By, At),
        new VisitFailed(At, VisitNotice.Paper, "Ingen öppnade", By, At),
    ];

    public static Step Step(Event e)
    {
        var begun = ((WorkOrder?)null).Apply(All[0]);
        return e is WorkOrderRegistered or WorkOrderRegisteredAndPlaced
            ? new(e, null, ((WorkOrder?)null).Apply(e))
            : new(e, begun, begun.Apply(e));
    }
}
