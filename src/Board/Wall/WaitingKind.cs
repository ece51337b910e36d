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
    /// <summary>Any of the others: the worst of a contractor's or a district's orders.</summary>
    Any,
}

/// <summary>What waits for what, since when, and what is worse than what. The server groups by the same rules.</summary>
public static class WaitingRules
{
    /// <summary>Each for one thing; the worst first.</summary>
    public static readonly IReadOnlyList<WaitingKind> WorstFirst =
        [WaitingKind.Overdue, WaitingKind.OpenQuestion, WaitingKind.Declined, WaitingKind.NotAccepted];

    public static bool Holds(this WaitingKind kind, WorkOrderSummary order, DateTimeOffset now) => kind switch
    {
        WaitingKind.OpenQuestion => order.OpenQuestions > 0,
        WaitingKind.NotAccepted => order.Status == WorkOrderStatus.Ordered,
        WaitingKind.Declined => order.Status == WorkOrderStatus.Declined,
        WaitingKind.Overdue => Due.IsLate(order, now),
        WaitingKind.Any => WorstOf(order, now) is not null,
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

    /// <summary>The worst of what the order waits for; null if it waits for nothing.</summary>
    public static WaitingKind? WorstOf(WorkOrderSummary order, DateTimeOffset now)
    {
        foreach (var kind in WorstFirst)
        {
            if (kind.Holds(order, now))
                return kind;
        }
        return null;
    }

    /// <summary>By which a list is sorted: the worst, then the longest waiting first.</summary>
    public static (int Severity, DateTimeOffset Since, long Number) Rank(this WaitingKind kind, WorkOrderSummary order, DateTimeOffset now)
    {
        if (kind is not WaitingKind.Any)
            return (0, kind.Since(order), order.Number);
        for (var severity = 0; severity < WorstFirst.Count; severity++)
        {
            if (WorstFirst[severity].Holds(order, now))
                return (severity, WorstFirst[severity].Since(order), order.Number);
        }
        return (WorstFirst.Count, DateTimeOffset.MaxValue, order.Number);
    }
}
