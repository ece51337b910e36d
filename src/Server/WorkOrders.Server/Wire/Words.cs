using Google.Protobuf.Reflection;
using WorkOrders.V1;
using CommandKind = WorkOrders.Domain.CommandKind;

namespace WorkOrders.Server.Wire;

/// <summary>What statuses, types and commands are called in the contract, and by people in Swedish and English.</summary>
internal static class Words
{
    public static string NameOf(WorkOrderStatus status) => Name(ModelReflection.Descriptor, nameof(WorkOrderStatus), (int)status);

    public static string NameOf(WorkOrderCommand command) => Name(ModelReflection.Descriptor, nameof(WorkOrderCommand), (int)command);

    public static string NameOf(Role role) => Name(ModelReflection.Descriptor, nameof(Role), (int)role);

    public static string Swedish(WorkOrderStatus status) => Of(status).Swedish;

    public static string English(WorkOrderStatus status) => Of(status).English;

    public static string Swedish(WorkOrderType type) => Of(type).Swedish;

    public static string English(WorkOrderType type) => Of(type).English;

    public static string Swedish(WorkOrderCommand command) => Of(command).Swedish;

    public static string English(WorkOrderCommand command) => Of(command).English;

    public static string Swedish(Priority priority) => priority.ToCore() is { } known ? Domain.DeadlineWords.Of(known) : "";

    public static string English(Priority priority) => priority is Priority.Unspecified ? "" : $"{priority}";

    /// <summary>Empty while the order waits for nothing.</summary>
    public static string Swedish(PauseReason reason) => reason.ToCore() is { } known ? Domain.DeadlineWords.Of(known) : "";

    /// <inheritdoc cref="Swedish(PauseReason)"/>
    public static string English(PauseReason reason) => reason switch
    {
        PauseReason.WaitingForAnswer => "Waiting for an answer",
        PauseReason.WaitingForParts => "Waiting for parts/material",
        PauseReason.TenantUnreachable => "The tenant can't be reached",
        PauseReason.ReportedDone => "Was done",
        _ => "",
    };

    /// <summary>The rpc by which the command is given.</summary>
    public static string MethodOf(CommandKind command) => command switch
    {
        CommandKind.Register or CommandKind.RegisterAndPlace => "RegisterWorkOrder",
        CommandKind.AcceptBundle or CommandKind.AddNote or CommandKind.AskQuestion or CommandKind.AnswerQuestion => command.ToString(),
        CommandKind.SendMessage or CommandKind.UpdateTenantContact => command.ToString(),
        CommandKind.RecordTenantContact or CommandKind.RecordFailedVisit => command.ToString(),
        CommandKind.SetPriority => "SetWorkOrderPriority",
        CommandKind.PauseWork => "PauseWorkOrder",
        CommandKind.ResumeWork => "ResumeWorkOrder",
        CommandKind.MarkInvoiced => "MarkWorkOrderInvoiced",
        CommandKind.JoinBundle => "BundleWorkOrders",
        CommandKind.LeaveBundle => "UnbundleWorkOrder",
        _ => $"{command}WorkOrder",
    };

    private static (string Swedish, string English) Of(WorkOrderStatus status) => status switch
    {
        WorkOrderStatus.Registered => ("Registrerad", "registered"),
        WorkOrderStatus.Ordered => ("Beställd", "ordered"),
        WorkOrderStatus.Accepted => ("Accepterad", "accepted"),
        WorkOrderStatus.Declined => ("Avslagen", "declined"),
        WorkOrderStatus.Completed => ("Utförd", "done"),
        WorkOrderStatus.Invoiced => ("Fakturerad", "invoiced"),
        WorkOrderStatus.Cancelled => ("Makulerad", "cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Has no name."),
    };

    private static (string Swedish, string English) Of(WorkOrderType type) => type switch
    {
        WorkOrderType.Fault => ("Fel", "Fault report"),
        WorkOrderType.TenantMaintenance => ("HLU", "HLU"),
        WorkOrderType.Authority => ("Myndighet", "Authority"),
        WorkOrderType.InspectionRound => ("Rondering", "Inspection round"),
        WorkOrderType.OptionalExtra => ("Tillval", "Optional extra"),
        WorkOrderType.Maintenance => ("Underhåll", "Maintenance"),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Has no name."),
    };

    private static (string Swedish, string English) Of(WorkOrderCommand command) => command switch
    {
        WorkOrderCommand.Register => ("registrera", "register"),
        WorkOrderCommand.Place => ("beställa", "place"),
        WorkOrderCommand.Accept => ("acceptera", "accept"),
        WorkOrderCommand.Decline => ("avslå", "decline"),
        WorkOrderCommand.Reassign => ("placera om", "reassign"),
        WorkOrderCommand.Complete => ("utförd", "complete"),
        WorkOrderCommand.Reopen => ("återöppna", "reopen"),
        WorkOrderCommand.MarkInvoiced => ("fakturerad", "mark invoiced"),
        WorkOrderCommand.Cancel => ("makulera", "cancel"),
        WorkOrderCommand.AddNote => ("notera", "add a note"),
        WorkOrderCommand.AskQuestion => ("fråga", "ask a question"),
        WorkOrderCommand.AnswerQuestion => ("svara", "answer a question"),
        WorkOrderCommand.SendMessage => ("meddela beställaren", "send a message"),
        WorkOrderCommand.Update => ("redigera", "update"),
        WorkOrderCommand.UpdateTenantContact => ("redigera kunduppgifter", "update the tenant's contact"),
        WorkOrderCommand.Bundle => ("bunta", "bundle"),
        WorkOrderCommand.Unbundle => ("bryta ur bunt", "unbundle"),
        WorkOrderCommand.SetPriority => ("ändra prioritet", "set the priority"),
        WorkOrderCommand.RecordTenantContact => ("kontakta hyresgästen", "record a contact"),
        WorkOrderCommand.Pause => ("pausa", "pause"),
        WorkOrderCommand.Resume => ("återuppta", "resume"),
        WorkOrderCommand.RecordFailedVisit => ("bomkörning", "record a failed visit"),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Has no name."),
    };

    /// <summary>Without the prefix that repeats the enum's name: <c>ORDERED</c>.</summary>
    private static string Name(FileDescriptor file, string enumName, int number)
    {
        var name = file.EnumTypes.Single(e => e.Name == enumName).FindValueByNumber(number).Name;
        var prefix = System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(enumName) + "_";
        return name[prefix.Length..];
    }
}
