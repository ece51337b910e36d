using WorkOrders.V1;

namespace WorkOrders.Board.Portal;

/// <summary>Statuses and types as addresses name them: <c>/orders?status=ordered&amp;type=inspection-round</c>.</summary>
public static class Slugs
{
    private static readonly (WorkOrderStatus Status, string Slug)[] AllStatuses =
    [
        (WorkOrderStatus.Registered, "registered"), (WorkOrderStatus.Ordered, "ordered"), (WorkOrderStatus.Accepted, "accepted"),
        (WorkOrderStatus.Declined, "declined"), (WorkOrderStatus.Completed, "completed"), (WorkOrderStatus.Invoiced, "invoiced"),
        (WorkOrderStatus.Cancelled, "cancelled"),
    ];

    private static readonly (WorkOrderType Type, string Slug)[] AllTypes =
    [
        (WorkOrderType.Fault, "fault"), (WorkOrderType.TenantMaintenance, "tenant-maintenance"), (WorkOrderType.Authority, "authority"),
        (WorkOrderType.InspectionRound, "inspection-round"), (WorkOrderType.OptionalExtra, "optional-extra"),
        (WorkOrderType.Maintenance, "maintenance"),
    ];

    public static IEnumerable<WorkOrderStatus> Statuses => AllStatuses.Select(s => s.Status);

    public static IEnumerable<WorkOrderType> Types => AllTypes.Select(t => t.Type);

    public static string Of(WorkOrderStatus status) => Array.Find(AllStatuses, s => s.Status == status).Slug;

    public static string Of(WorkOrderType type) => Array.Find(AllTypes, t => t.Type == type).Slug;

    /// <summary>UNSPECIFIED for what is none.</summary>
    public static WorkOrderStatus StatusOf(string? slug) => Array.Find(AllStatuses, s => s.Slug == slug).Status;

    /// <summary>UNSPECIFIED for what is none.</summary>
    public static WorkOrderType TypeOf(string? slug) => Array.Find(AllTypes, t => t.Slug == slug).Type;
}
