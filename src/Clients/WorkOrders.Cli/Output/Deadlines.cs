using WorkOrders.V1;

namespace WorkOrders.Cli.Output;

/// <summary>What is due when on an order, whether it is late or waits, and the visits that failed.</summary>
internal static class Deadlines
{
    public static bool IsLate(WorkOrder order) =>
        order.Status is WorkOrderStatus.Registered or WorkOrderStatus.Ordered or WorkOrderStatus.Accepted or WorkOrderStatus.Declined
        && order.DueAt?.ToDateTimeOffset() <= TimeProvider.System.GetUtcNow();

    public static (string Label, string Value)[] Of(WorkOrder order, Words words) =>
    [
        (words["Prioritet", "Priority"], Vocabulary.Priority.Of(order.Priority, words) + State(order, words)),
        (words["Första kontakt", "First contact"], Contact(order, words)),
        (words["Klar senast", "Done by"], SwedishTime.Minute(order.CompletionDueAt)),
        .. order.PauseReason is PauseReason.Unspecified ? [] : new[] { (words["Pausad", "Paused"], Pause(order, words)) },
        .. order.FailedVisits.Select(visit => (words["Bomkörning", "Failed visit"], Visit(visit, words))),
    ];

    private static string State(WorkOrder order, Words words) =>
        IsLate(order) ? words[" · Försenad", " · Overdue"]
        : order.PauseReason is not PauseReason.Unspecified ? words[" · Pausad", " · Paused"]
        : "";

    private static string Contact(WorkOrder order, Words words) => order.ContactedAt is { } at
        ? words[$"kontaktad {SwedishTime.Minute(at)}", $"contacted {SwedishTime.Minute(at)}"]
        : order.FirstContactDueAt is { } due ? words[$"senast {SwedishTime.Minute(due)}", $"by {SwedishTime.Minute(due)}"]
        : "";

    private static string Pause(WorkOrder order, Words words) =>
        $"{Vocabulary.Pause.Of(order.PauseReason, words)}, {SwedishTime.Minute(order.PausedAt)} {order.Pauses.LastOrDefault(p => p.To is null)?.Text}".TrimEnd();

    private static string Visit(FailedVisit visit, Words words) =>
        $"{SwedishTime.Minute(visit.AttemptedAt)} ({Vocabulary.Notice.Of(visit.Notice, words)}) {visit.Text}";
}
