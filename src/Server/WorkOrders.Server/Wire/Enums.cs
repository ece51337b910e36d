using WorkOrders.V1;
using CommandKind = WorkOrders.Domain.CommandKind;

namespace WorkOrders.Server.Wire;

/// <summary>The core's names in the contract's terms, and back.</summary>
internal static class Enums
{
    public static WorkOrderStatus ToWire(this Domain.WorkOrderStatus status) => status switch
    {
        Domain.WorkOrderStatus.Registered => WorkOrderStatus.Registered,
        Domain.WorkOrderStatus.Ordered => WorkOrderStatus.Ordered,
        Domain.WorkOrderStatus.Accepted => WorkOrderStatus.Accepted,
        Domain.WorkOrderStatus.Declined => WorkOrderStatus.Declined,
        Domain.WorkOrderStatus.Completed => WorkOrderStatus.Completed,
        Domain.WorkOrderStatus.Invoiced => WorkOrderStatus.Invoiced,
        Domain.WorkOrderStatus.Cancelled => WorkOrderStatus.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not in the contract."),
    };

    /// <summary>The status of a card that this server has made.</summary>
    public static Domain.WorkOrderStatus ToCore(this WorkOrderStatus status) => status switch
    {
        WorkOrderStatus.Registered => Domain.WorkOrderStatus.Registered,
        WorkOrderStatus.Ordered => Domain.WorkOrderStatus.Ordered,
        WorkOrderStatus.Accepted => Domain.WorkOrderStatus.Accepted,
        WorkOrderStatus.Declined => Domain.WorkOrderStatus.Declined,
        WorkOrderStatus.Completed => Domain.WorkOrderStatus.Completed,
        WorkOrderStatus.Invoiced => Domain.WorkOrderStatus.Invoiced,
        WorkOrderStatus.Cancelled => Domain.WorkOrderStatus.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not in the core."),
    };

    public static WorkOrderType ToWire(this Domain.WorkOrderType type) => type switch
    {
        Domain.WorkOrderType.Fault => WorkOrderType.Fault,
        Domain.WorkOrderType.TenantMaintenance => WorkOrderType.TenantMaintenance,
        Domain.WorkOrderType.Authority => WorkOrderType.Authority,
        Domain.WorkOrderType.InspectionRound => WorkOrderType.InspectionRound,
        Domain.WorkOrderType.OptionalExtra => WorkOrderType.OptionalExtra,
        Domain.WorkOrderType.Maintenance => WorkOrderType.Maintenance,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not in the contract."),
    };

    /// <summary>Null for what is no type that an order can have.</summary>
    public static Domain.WorkOrderType? ToCore(this WorkOrderType type) => type switch
    {
        WorkOrderType.Fault => Domain.WorkOrderType.Fault,
        WorkOrderType.TenantMaintenance => Domain.WorkOrderType.TenantMaintenance,
        WorkOrderType.Authority => Domain.WorkOrderType.Authority,
        WorkOrderType.InspectionRound => Domain.WorkOrderType.InspectionRound,
        WorkOrderType.OptionalExtra => Domain.WorkOrderType.OptionalExtra,
        WorkOrderType.Maintenance => Domain.WorkOrderType.Maintenance,
        _ => null,
    };

    public static PreferredPhone ToWire(this Domain.PreferredPhone phone) => phone switch
    {
        Domain.PreferredPhone.Home => PreferredPhone.Home,
        Domain.PreferredPhone.Work => PreferredPhone.Work,
        Domain.PreferredPhone.Mobile => PreferredPhone.Mobile,
        _ => PreferredPhone.Unspecified,
    };

    /// <summary>Null for a number that the contract doesn't have.</summary>
    public static Domain.PreferredPhone? ToCore(this PreferredPhone phone) => phone switch
    {
        PreferredPhone.Unspecified => Domain.PreferredPhone.None,
        PreferredPhone.Home => Domain.PreferredPhone.Home,
        PreferredPhone.Work => Domain.PreferredPhone.Work,
        PreferredPhone.Mobile => Domain.PreferredPhone.Mobile,
        _ => null,
    };

    public static Role ToWire(this Domain.ActorRole role) => role switch
    {
        Domain.ActorRole.Contractor => Role.Contractor,
        Domain.ActorRole.Orderer => Role.Orderer,
        Domain.ActorRole.Dispatcher => Role.Dispatcher,
        Domain.ActorRole.WallBoard => Role.WallBoard,
        Domain.ActorRole.TenantPortal => Role.TenantPortal,
        // the landlord's invoice system acts for the dispatchers
        Domain.ActorRole.InvoiceSystem => Role.Dispatcher,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not in the contract."),
    };

    /// <summary>Several commands of the core are one wish in the contract: placing at once, accepting a bundle.</summary>
    public static WorkOrderCommand ToWire(this CommandKind command) => command switch
    {
        CommandKind.Register or CommandKind.RegisterAndPlace => WorkOrderCommand.Register,
        CommandKind.Place => WorkOrderCommand.Place,
        CommandKind.Reassign => WorkOrderCommand.Reassign,
        CommandKind.Accept or CommandKind.AcceptBundle => WorkOrderCommand.Accept,
        CommandKind.Decline => WorkOrderCommand.Decline,
        CommandKind.Complete => WorkOrderCommand.Complete,
        CommandKind.Reopen => WorkOrderCommand.Reopen,
        CommandKind.MarkInvoiced => WorkOrderCommand.MarkInvoiced,
        CommandKind.Cancel => WorkOrderCommand.Cancel,
        CommandKind.JoinBundle => WorkOrderCommand.Bundle,
        CommandKind.LeaveBundle => WorkOrderCommand.Unbundle,
        CommandKind.AddNote => WorkOrderCommand.AddNote,
        CommandKind.AskQuestion => WorkOrderCommand.AskQuestion,
        CommandKind.AnswerQuestion => WorkOrderCommand.AnswerQuestion,
        CommandKind.SendMessage => WorkOrderCommand.SendMessage,
        CommandKind.Update => WorkOrderCommand.Update,
        CommandKind.UpdateTenantContact => WorkOrderCommand.UpdateTenantContact,
        CommandKind.SetPriority => WorkOrderCommand.SetPriority,
        CommandKind.RecordTenantContact => WorkOrderCommand.RecordTenantContact,
        CommandKind.PauseWork => WorkOrderCommand.Pause,
        CommandKind.ResumeWork => WorkOrderCommand.Resume,
        CommandKind.RecordFailedVisit => WorkOrderCommand.RecordFailedVisit,
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not in the contract."),
    };

    public static TenantStatus ToWire(this Domain.TenantStatus status) => status switch
    {
        Domain.TenantStatus.Received => TenantStatus.Received,
        Domain.TenantStatus.Ordered => TenantStatus.Ordered,
        Domain.TenantStatus.Accepted => TenantStatus.Accepted,
        Domain.TenantStatus.Done => TenantStatus.Done,
        Domain.TenantStatus.Cancelled => TenantStatus.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not in the contract."),
    };

    public static TenantNewsKind ToWire(this Domain.TenantNewsKind kind) => kind switch
    {
        Domain.TenantNewsKind.Received => TenantNewsKind.Received,
        Domain.TenantNewsKind.Ordered => TenantNewsKind.Ordered,
        Domain.TenantNewsKind.Sought => TenantNewsKind.Sought,
        Domain.TenantNewsKind.Accepted => TenantNewsKind.Accepted,
        Domain.TenantNewsKind.HandedOver => TenantNewsKind.HandedOver,
        Domain.TenantNewsKind.Planned => TenantNewsKind.Planned,
        Domain.TenantNewsKind.PlanDropped => TenantNewsKind.PlanDropped,
        Domain.TenantNewsKind.Done => TenantNewsKind.Done,
        Domain.TenantNewsKind.Reopened => TenantNewsKind.Reopened,
        Domain.TenantNewsKind.Cancelled => TenantNewsKind.Cancelled,
        Domain.TenantNewsKind.Noted => TenantNewsKind.Noted,
        Domain.TenantNewsKind.Contacted => TenantNewsKind.Contacted,
        Domain.TenantNewsKind.VisitFailed => TenantNewsKind.VisitFailed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not in the contract."),
    };
}
