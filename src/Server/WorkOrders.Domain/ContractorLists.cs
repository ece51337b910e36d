namespace WorkOrders.Domain;

/// <summary>How long a contractor's lists and matrix show what is done: that day and the 30 days after it.</summary>
public static class ContractorLists
{
    public const int DaysAfterCompletion = 30;

    public static bool Shows(WorkOrder order, DateOnly today) =>
        order.Status is not WorkOrderStatus.Completed || order.CompletedOn >= EarliestCompletedOn(today);

    /// <summary>The same as a boundary, for queries.</summary>
    public static DateOnly EarliestCompletedOn(DateOnly today) => today.AddDays(-DaysAfterCompletion);
}
