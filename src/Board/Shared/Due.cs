using System.Globalization;
using WorkOrders.V1;

namespace WorkOrders.Board.Shared;

/// <summary>What is due next of an order, and whether it is late.</summary>
public static class Due
{
    public static DateTimeOffset? Of(WorkOrderSummary order) => order.DueAt?.ToDateTimeOffset() ?? Planned(order.Priority, order.PlannedFor);

    public static DateTimeOffset? Of(WorkOrder order) => order.DueAt?.ToDateTimeOffset() ?? Planned(order.Priority, order.PlannedFor);

    /// <summary>Försenad.</summary>
    public static bool IsLate(WorkOrderSummary order, DateTimeOffset now) => IsOpen(order.Status) && Of(order) <= now;

    /// <summary>Försenad.</summary>
    public static bool IsLate(WorkOrder order, DateTimeOffset now) => IsOpen(order.Status) && Of(order) <= now;

    /// <summary>Whether something may still be late.</summary>
    public static bool IsOpen(WorkOrderStatus status) =>
        status is WorkOrderStatus.Registered or WorkOrderStatus.Ordered or WorkOrderStatus.Accepted or WorkOrderStatus.Declined;

    // what was stored before there were priorities says nothing of deadlines: then the end of the planned day is one
    private static DateTimeOffset? Planned(Priority priority, string plannedFor) => priority is Priority.Unspecified
        && DateOnly.TryParseExact(plannedFor, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? SwedishTime.StartOf(day.AddDays(1))
        : null;
}
