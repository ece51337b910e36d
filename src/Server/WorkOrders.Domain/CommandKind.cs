namespace WorkOrders.Domain;

/// <summary>The names of the commands: for refusals that say what was asked, and for buttons that say what may be.</summary>
public enum CommandKind
{
    Register, RegisterAndPlace, Place, Reassign,
    Accept, AcceptBundle, Decline, Complete,
    Reopen, MarkInvoiced, Cancel, JoinBundle, LeaveBundle,
    AddNote, AskQuestion, AnswerQuestion, SendMessage,
    Update, UpdateTenantContact,
    SetPriority, RecordTenantContact, PauseWork, ResumeWork, RecordFailedVisit,
}
