using System.Globalization;

namespace WorkOrders.Domain;

/// <summary>The row of Noteringar that an event puts into its order's log. Five of them are the guide's, to the letter.</summary>
public static class LogEntries
{
    private const string Information = "AO Information";
    private const string Question = "Beställningsfråga";
    private const string Answer = "Beställningssvar";

    public static LogEntry Of(Event e) => e switch
    {
        WorkOrderRegistered => Row(e, "AO Registrerad"),
        WorkOrderRegisteredAndPlaced => Row(e, "AO Registrerad och Beställd"),
        WorkOrderPlaced p => Row(e, "AO Beställd", Joined(p.Contractor.Name, p.Reason)),
        WorkOrderReassigned r => Row(e, "AO Omplacerad", Joined(r.Contractor.Name, r.Reason)),
        WorkOrderAccepted => Row(e, "AO Accepterad", "Accepterad"),
        WorkOrderDeclined d => Row(e, "AO Avslagen", d.Reason),
        WorkOrderCompleted c => Row(e, "AO Utförd", c.ActionPerformed) with { Photos = c.Photos },
        WorkOrderReopened r => Row(e, "AO Återöppnad", r.Reason),
        WorkOrderInvoiced => Row(e, "AO Fakturerad"),
        WorkOrderCancelled c => Row(e, "AO Makulerad", c.Reason),
        NoteAdded n => Row(e, Information, Joined(n.Phrase?.Text, n.Text)) with { Photos = n.Photos },
        QuestionAsked q => Row(e, Question, $"{Question} {q.Text}"),
        QuestionAnswered a => Row(e, Answer, a.Text) with { Type = Answer },
        MessageSent m => Row(e, "Meddelande till beställare", m.Text),
        WorkOrderUpdated u => Row(e, "AO Uppdaterad", Of(u.Changes)),
        TenantContactUpdated t => Row(e, "Kunduppgifter ändrade", Of(t.Changed)),
        WorkOrderBundled b => Row(e, "AO Buntad", b.Bundle.ToString()),
        WorkOrderUnbundled b => Row(e, "AO Utbruten ur bunt", b.Bundle.ToString()),
        PriorityChanged p => Row(e, "Prioritet ändrad", DeadlineWords.Of(p.Priority)),
        TenantContacted c => Row(e, "Hyresgäst kontaktad", c.Text),
        WorkOrderPaused p => Row(e, "AO Pausad", $"{DeadlineWords.Of(p.Reason)}: {p.Text}"),
        WorkOrderResumed r => Row(e, "AO Återupptagen", Joined(DeadlineWords.Of(r.Reason), r.Text)),
        VisitFailed v => Row(e, "Bomkörning", $"{DeadlineWords.Of(v)}: {v.Text}"),
        _ => throw new UnknownEventException(e),
    };

    private static LogEntry Row(Event e, string name, string text = "") =>
        new(e.At, Information, name, text) { TenantVisible = TenantView.Of(e) is { IsTold: true } };

    private static string Joined(params IEnumerable<string?> parts) => string.Join(' ', parts.Where(p => !string.IsNullOrEmpty(p)));

    private static string Of(OrderChanges changes) => string.Join(", ", new[]
    {
        Planned(changes) ?? (changes.PlannedFor is null ? null : "Planerad borttagen"),
        Field("Egenskaper", changes.Properties),
        Field("Serienummer", changes.SerialNumber),
        Field("Notering (enhet)", changes.UnitNote),
        // a draft is saved again and again: its text has its own row when the work is done
        changes.ActionPerformed is null ? null : "Utförd åtgärd",
    }.OfType<string>());

    private static string? Planned(OrderChanges changes) =>
        changes.PlannedFor?.To is { } day ? string.Create(CultureInfo.InvariantCulture, $"Planerad {day:yyyy-MM-dd}") : null;

    private static string? Field(string name, Change<string>? change) =>
        change is null ? null : change.To.Length == 0 ? $"{name} borttagen" : $"{name} {change.To}";

    private static string Of(TenantFields changed) => string.Join(", ", new[]
    {
        changed.HasFlag(TenantFields.HomePhone) ? "Telefon bostad" : null,
        changed.HasFlag(TenantFields.WorkPhone) ? "Telefon arbete" : null,
        changed.HasFlag(TenantFields.MobilePhone) ? "Telefon övrig/SMS" : null,
        changed.HasFlag(TenantFields.PreferredPhone) ? "Nummer att använda" : null,
    }.OfType<string>());
}
