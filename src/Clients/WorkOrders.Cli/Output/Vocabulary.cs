using WorkOrders.V1;

namespace WorkOrders.Cli.Output;

/// <summary>The trade's words: the guide's Swedish, and their English.</summary>
internal static class Vocabulary
{
    public static readonly Labels<WorkOrderStatus> Status = new(
        (WorkOrderStatus.Registered, "Registrerad", "Registered"),
        (WorkOrderStatus.Ordered, "Beställd", "Ordered"),
        (WorkOrderStatus.Accepted, "Accepterad", "Accepted"),
        (WorkOrderStatus.Declined, "Avslagen", "Declined"),
        (WorkOrderStatus.Completed, "Utförd", "Done"),
        (WorkOrderStatus.Invoiced, "Fakturerad", "Invoiced"),
        (WorkOrderStatus.Cancelled, "Makulerad", "Cancelled"));

    /// <summary>As the rows of the matrix are headed.</summary>
    public static readonly Labels<WorkOrderStatus> Statuses = new(
        (WorkOrderStatus.Registered, "Registrerade", "Registered"),
        (WorkOrderStatus.Ordered, "Beställda", "Ordered"),
        (WorkOrderStatus.Accepted, "Accepterade", "Accepted"),
        (WorkOrderStatus.Declined, "Avslagna", "Declined"),
        (WorkOrderStatus.Completed, "Utförda", "Done"),
        (WorkOrderStatus.Invoiced, "Fakturerade", "Invoiced"),
        (WorkOrderStatus.Cancelled, "Makulerade", "Cancelled"));

    public static readonly Labels<WorkOrderType> Type = new(
        (WorkOrderType.Fault, "Fel", "Fault report"),
        (WorkOrderType.TenantMaintenance, "HLU", "HLU"),
        (WorkOrderType.Authority, "Myndighet", "Authority"),
        (WorkOrderType.InspectionRound, "Rondering", "Inspection round"),
        (WorkOrderType.OptionalExtra, "Tillval", "Optional extra"),
        (WorkOrderType.Maintenance, "Underhåll", "Maintenance"));

    public static readonly Labels<Role> Role = new(
        (V1.Role.Contractor, "Entreprenör", "Contractor"),
        (V1.Role.Orderer, "Beställare", "Orderer"),
        (V1.Role.Dispatcher, "Arbetsledning", "Dispatcher"),
        (V1.Role.WallBoard, "Väggtavla", "Wall board"),
        (V1.Role.TenantPortal, "Mina sidor", "Tenant portal"));

    public static readonly Labels<WorkOrderCommand> Command = new(
        (WorkOrderCommand.Register, "Registrera", "Register"),
        (WorkOrderCommand.Place, "Beställ", "Place"),
        (WorkOrderCommand.Accept, "Acceptera", "Accept"),
        (WorkOrderCommand.Decline, "Avslå", "Decline"),
        (WorkOrderCommand.Reassign, "Flytta till annan utförare", "Reassign"),
        (WorkOrderCommand.Complete, "Utförd", "Mark as done"),
        (WorkOrderCommand.Reopen, "Öppna igen", "Reopen"),
        (WorkOrderCommand.MarkInvoiced, "Fakturerad", "Mark invoiced"),
        (WorkOrderCommand.Cancel, "Makulera", "Cancel"),
        (WorkOrderCommand.AddNote, "Notera", "Add note"),
        (WorkOrderCommand.AskQuestion, "Beställningsfråga", "Order question"),
        (WorkOrderCommand.AnswerQuestion, "Beställningssvar", "Order answer"),
        (WorkOrderCommand.SendMessage, "Meddelande till beställare", "Message to orderer"),
        (WorkOrderCommand.Update, "Redigera", "Edit"),
        (WorkOrderCommand.UpdateTenantContact, "Redigera Kunduppgifter", "Edit tenant details"),
        (WorkOrderCommand.Bundle, "Bunta", "Bundle"),
        (WorkOrderCommand.Unbundle, "Ta ur bunt", "Unbundle"),
        (WorkOrderCommand.SetPriority, "Ändra prioritet", "Change priority"),
        (WorkOrderCommand.RecordTenantContact, "Hyresgäst kontaktad", "Tenant contacted"),
        (WorkOrderCommand.Pause, "Pausa", "Pause"),
        (WorkOrderCommand.Resume, "Återuppta", "Resume"),
        (WorkOrderCommand.RecordFailedVisit, "Bomkörning", "Failed visit"));

    public static readonly Labels<Priority> Priority = new(
        (V1.Priority.Emergency, "Akut", "Emergency"),
        (V1.Priority.Urgent, "Brådskande", "Urgent"),
        (V1.Priority.Normal, "Normal", "Normal"),
        (V1.Priority.Planned, "Planerad", "Planned"));

    public static readonly Labels<PauseReason> Pause = new(
        (PauseReason.WaitingForAnswer, "Väntar på svar", "Waiting for an answer"),
        (PauseReason.WaitingForParts, "Väntar på reservdelar/material", "Waiting for parts"),
        (PauseReason.TenantUnreachable, "Hyresgästen går inte att nå", "Tenant unreachable"),
        (PauseReason.ReportedDone, "Var utförd", "Was done"));

    /// <summary>Those that one may pause for.</summary>
    public static readonly Labels<PauseReason> PausedFor = new(
        (PauseReason.WaitingForParts, "Material", "Waiting for parts"),
        (PauseReason.TenantUnreachable, "Ej-nåbar", "Tenant unreachable"));

    public static readonly Labels<VisitNotice> Notice = new(
        (VisitNotice.Phone, "Telefon", "Phone"),
        (VisitNotice.TextMessage, "SMS", "Text message"),
        (VisitNotice.Email, "E-post", "E-mail"),
        (VisitNotice.Paper, "Lapp", "Paper"),
        (VisitNotice.InPerson, "Personligen", "In person"),
        (VisitNotice.None, "Inte aviserad", "None"));

    public static string Colour(WorkOrderStatus status) => status switch
    {
        WorkOrderStatus.Ordered => "#FFC24B",
        WorkOrderStatus.Accepted => "#648FFF",
        WorkOrderStatus.Completed => "#A8E6CF",
        WorkOrderStatus.Invoiced or WorkOrderStatus.Cancelled or WorkOrderStatus.Declined => "#7F8894",
        _ => "default",
    };
}
