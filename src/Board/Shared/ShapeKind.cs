using WorkOrders.V1;

namespace WorkOrders.Board.Shared;

/// <summary>The shapes that stand beside a status's word: told apart without colour.</summary>
public enum ShapeKind
{
    Registered,
    Ordered,
    Accepted,
    Completed,
    Invoiced,
    Cancelled,
    Declined,
    Overdue,
    Paused,
    Missed,
    Question,
    Note,
    Home,
    Live,
    Broken,
}

public static class Shapes
{
    public static ShapeKind Of(WorkOrderStatus status) => status switch
    {
        WorkOrderStatus.Ordered => ShapeKind.Ordered,
        WorkOrderStatus.Accepted => ShapeKind.Accepted,
        WorkOrderStatus.Declined => ShapeKind.Declined,
        WorkOrderStatus.Completed => ShapeKind.Completed,
        WorkOrderStatus.Invoiced => ShapeKind.Invoiced,
        WorkOrderStatus.Cancelled => ShapeKind.Cancelled,
        _ => ShapeKind.Registered, // a status of the future too
    };
}
