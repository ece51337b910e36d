using System.Globalization;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Wall;

/// <summary>The lists of what waits for somebody.</summary>
public enum WaitingKind
{
    OpenQuestion,
    NotAccepted,
    Declined,
    Overdue,
}

internal static class WaitingRules
{
    public static bool Holds(this WaitingKind kind, WorkOrderSummary order, DateOnly today) => kind switch
    {
        WaitingKind.OpenQuestion => order.OpenQuestions > 0,
        WaitingKind.NotAccepted => order.Status == WorkOrderStatus.Ordered,
        WaitingKind.Declined => order.Status == WorkOrderStatus.Declined,
        WaitingKind.Overdue => IsOpen(order.Status) && PlannedFor(order) < today,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Since when the order waits, which is also how the list is sorted: the longest first.</summary>
    public static DateTimeOffset Since(this WaitingKind kind, WorkOrderSummary order) => kind switch
    {
        WaitingKind.OpenQuestion => order.OldestOpenQuestionAt?.ToDateTimeOffset(),
        WaitingKind.NotAccepted => order.OrderedAt?.ToDateTimeOffset(),
        WaitingKind.Declined => (order.DeclinedAt ?? order.OrderedAt)?.ToDateTimeOffset(),
        // late since the midnight that ended the planned day
        WaitingKind.Overdue => PlannedFor(order) is { } day ? SwedishTime.StartOf(day.AddDays(1)) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    } ?? DateTimeOffset.MaxValue;

    private static bool IsOpen(WorkOrderStatus status) =>
        status is WorkOrderStatus.Registered or WorkOrderStatus.Ordered or WorkOrderStatus.Accepted or WorkOrderStatus.Declined;

    private static DateOnly? PlannedFor(WorkOrderSummary order) =>
        DateOnly.TryParseExact(order.PlannedFor, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
