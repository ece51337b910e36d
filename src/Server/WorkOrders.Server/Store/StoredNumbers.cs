using WorkOrders.Domain;

namespace WorkOrders.Server.Store;

/// <summary>
/// The numbers that rows hold for a status and a type: written out, so that nothing depends on the order of the
/// core's names, and the same as the contract's, which never change.
/// </summary>
internal static class StoredNumbers
{
    public static int Of(WorkOrderStatus status) => status switch
    {
        WorkOrderStatus.Registered => 1,
        WorkOrderStatus.Ordered => 2,
        WorkOrderStatus.Accepted => 3,
        WorkOrderStatus.Declined => 4,
        WorkOrderStatus.Completed => 5,
        WorkOrderStatus.Invoiced => 6,
        WorkOrderStatus.Cancelled => 7,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Has no number."),
    };

    public static int Of(WorkOrderType type) => type switch
    {
        WorkOrderType.Fault => 1,
        WorkOrderType.TenantMaintenance => 2,
        WorkOrderType.Authority => 3,
        WorkOrderType.InspectionRound => 4,
        WorkOrderType.OptionalExtra => 5,
        WorkOrderType.Maintenance => 6,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Has no number."),
    };
}
