using static WorkOrders.Domain.WorkOrderStatus;

namespace WorkOrders.Domain;

/// <summary>The part of <see cref="Fold"/> that moves an order's clocks.</summary>
internal static class ClockFolds
{
    /// <summary>What lasts goes on lasting, and what is over is forgotten. Who has called the tenant has called them.</summary>
    public static WorkOrder WithPriority(this WorkOrder order, Priority priority, DateTimeOffset at) => order with
    {
        Priority = priority,
        ClocksFrom = order.Status is Ordered or Accepted ? at : null,
        Pauses = [.. order.Pauses.Where(p => p.To is null)],
    };

    /// <summary>A tenant who has been reached is out of reach no longer.</summary>
    public static WorkOrder Contacted(this WorkOrder order, DateTimeOffset at)
    {
        var reached = order.OpenPause?.Reason is PauseReason.TenantUnreachable ? order.Resumed(at) : order;
        return reached with { ContactedAt = order.ContactedAt ?? at };
    }

    public static WorkOrder Resumed(this WorkOrder order, DateTimeOffset at) => order.OpenPause is null ? order : order with
    {
        Pauses = [.. order.Pauses.Select(p => p.To is null ? p with { To = at } : p)],
    };

    /// <summary>While the work counted as done, nobody was late with it.</summary>
    public static WorkOrder OpenedAgain(this WorkOrder order, Event e) => order with
    {
        Pauses = [.. order.Pauses, new(PauseReason.ReportedDone, "", order.CompletedAt ?? e.At, e.By, e.At)],
    };
}
