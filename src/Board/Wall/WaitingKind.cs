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
    public static bool Holds(this WaitingKind kind, WorkOrderSummary order, DateTimeOffset now) => kind switch
    {
        WaitingKind.OpenQuestion => order.OpenQuestions > 0,
        WaitingKind.NotAccepted => order.Status == WorkOrderStatus.Ordered,
        WaitingKind.Declined => order.Status == WorkOrderStatus.Declined,
        WaitingKind.Overdue => Due.IsLate(order, now),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Whether what it waits for has waited too long: a question, in working time.</summary>
    public static bool IsEscalated(this WaitingKind kind, WorkOrderSummary order, DateTimeOffset now) =>
        kind is WaitingKind.OpenQuestion && order.QuestionEscalatesAt?.ToDateTimeOffset() <= now;

    /// <summary>Since when the order waits, which is also how the list is sorted: the longest first.</summary>
    public static DateTimeOffset Since(this WaitingKind kind, WorkOrderSummary order) => kind switch
    {
        WaitingKind.OpenQuestion => order.OldestOpenQuestionAt?.ToDateTimeOffset(),
        WaitingKind.NotAccepted => order.OrderedAt?.ToDateTimeOffset(),
        WaitingKind.Declined => (order.DeclinedAt ?? order.OrderedAt)?.ToDateTimeOffset(),
        WaitingKind.Overdue => Due.Of(order),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    } ?? DateTimeOffset.MaxValue;
}
