using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>How an order stands to its deadlines.</summary>
public static class DeadlineText
{
    /// <summary>Late or waiting; null if it is neither. Who was late before the clock was stopped is late.</summary>
    public static ShapeKind? State(WorkOrder order, DateTimeOffset now) =>
        Due.IsLate(order, now) ? ShapeKind.Overdue
        : order.PauseReason is not PauseReason.Unspecified ? ShapeKind.Paused
        : null;
}
