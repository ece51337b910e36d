using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>The core's names for priorities, pauses and notices in the contract's terms, and back.</summary>
internal static class DeadlineEnums
{
    public static Priority ToWire(this Domain.Priority priority) => priority switch
    {
        Domain.Priority.Emergency => Priority.Emergency,
        Domain.Priority.Urgent => Priority.Urgent,
        Domain.Priority.Normal => Priority.Normal,
        Domain.Priority.Planned => Priority.Planned,
        _ => throw new ArgumentOutOfRangeException(nameof(priority), priority, "Not in the contract."),
    };

    /// <summary>Null for what is no priority that an order can have.</summary>
    public static Domain.Priority? ToCore(this Priority priority) => priority switch
    {
        Priority.Emergency => Domain.Priority.Emergency,
        Priority.Urgent => Domain.Priority.Urgent,
        Priority.Normal => Domain.Priority.Normal,
        Priority.Planned => Domain.Priority.Planned,
        _ => null,
    };

    public static PauseReason ToWire(this Domain.PauseReason reason) => reason switch
    {
        Domain.PauseReason.WaitingForAnswer => PauseReason.WaitingForAnswer,
        Domain.PauseReason.WaitingForParts => PauseReason.WaitingForParts,
        Domain.PauseReason.TenantUnreachable => PauseReason.TenantUnreachable,
        Domain.PauseReason.ReportedDone => PauseReason.ReportedDone,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not in the contract."),
    };

    /// <summary>Null for what is no reason.</summary>
    public static Domain.PauseReason? ToCore(this PauseReason reason) => reason switch
    {
        PauseReason.WaitingForAnswer => Domain.PauseReason.WaitingForAnswer,
        PauseReason.WaitingForParts => Domain.PauseReason.WaitingForParts,
        PauseReason.TenantUnreachable => Domain.PauseReason.TenantUnreachable,
        PauseReason.ReportedDone => Domain.PauseReason.ReportedDone,
        _ => null,
    };

    public static VisitNotice ToWire(this Domain.VisitNotice notice) => notice switch
    {
        Domain.VisitNotice.Phone => VisitNotice.Phone,
        Domain.VisitNotice.TextMessage => VisitNotice.TextMessage,
        Domain.VisitNotice.Email => VisitNotice.Email,
        Domain.VisitNotice.Paper => VisitNotice.Paper,
        Domain.VisitNotice.InPerson => VisitNotice.InPerson,
        Domain.VisitNotice.None => VisitNotice.None,
        _ => throw new ArgumentOutOfRangeException(nameof(notice), notice, "Not in the contract."),
    };

    /// <summary>Null for what is no notice.</summary>
    public static Domain.VisitNotice? ToCore(this VisitNotice notice) => notice switch
    {
        VisitNotice.Phone => Domain.VisitNotice.Phone,
        VisitNotice.TextMessage => Domain.VisitNotice.TextMessage,
        VisitNotice.Email => Domain.VisitNotice.Email,
        VisitNotice.Paper => Domain.VisitNotice.Paper,
        VisitNotice.InPerson => Domain.VisitNotice.InPerson,
        VisitNotice.None => Domain.VisitNotice.None,
        _ => null,
    };
}
