using System.Globalization;

namespace WorkOrders.Domain;

/// <summary>Priorities, pauses and visits as the log calls them, in Swedish as all of it.</summary>
public static class DeadlineWords
{
    public static string Of(Priority priority) => priority switch
    {
        Priority.Emergency => "Akut",
        Priority.Urgent => "Brådskande",
        Priority.Normal => "Normal",
        Priority.Planned => "Planerad",
        _ => throw new ArgumentOutOfRangeException(nameof(priority), priority, "Has no name."),
    };

    public static string Of(PauseReason reason) => reason switch
    {
        PauseReason.WaitingForAnswer => "Väntar på svar",
        PauseReason.WaitingForParts => "Väntar på reservdelar/material",
        PauseReason.TenantUnreachable => "Hyresgästen går inte att nå",
        PauseReason.ReportedDone => "Var utförd",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Has no name."),
    };

    public static string Of(VisitNotice notice) => notice switch
    {
        VisitNotice.Phone => "aviserad per telefon",
        VisitNotice.TextMessage => "aviserad via SMS",
        VisitNotice.Email => "aviserad via e-post",
        VisitNotice.Paper => "aviserad med lapp",
        VisitNotice.InPerson => "aviserad personligen",
        VisitNotice.None => "inte aviserad",
        _ => throw new ArgumentOutOfRangeException(nameof(notice), notice, "Has no name."),
    };

    /// <summary>When and how announced, and nothing that anybody has written.</summary>
    public static string Of(VisitFailed visit) => string.Create(
        CultureInfo.InvariantCulture, $"Besök {SwedishTime.Local(visit.AttemptedAt):yyyy-MM-dd HH:mm}, {Of(visit.Notice)}");
}
