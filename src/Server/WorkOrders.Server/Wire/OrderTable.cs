using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>Orders as rows of text, under the guide's labels. What the reader may not see has been taken away before.</summary>
internal static class OrderTable
{
    private static readonly Column[] Columns =
    [
        new("BuntNr", "Bundle", o => o.BundleNumber),
        new("AO-nr", "WO no.", o => o.Number.ToString(CultureInfo.InvariantCulture)),
        new("Klass", "Class", o => o.OrderClass),
        new("Typ", "Type", o => Words.Swedish(o.Type), o => Words.English(o.Type)),
        new("Utförare", "Performer", o => o.Contractor?.Name),
        new("Status", "Status", o => Words.Swedish(o.Status), o => Capital(Words.English(o.Status))),
        new("Beställd", "Ordered", o => Day(o.OrderedAt)),
        new("Planerad", "Planned", o => o.PlannedFor),
        new("Beställare", "Orderer", o => o.Orderer?.Name),
        new("Obj nr", "Unit no.", o => o.PropertyObject.Number),
        new("Adress", "Address", o => o.PropertyObject.Address.Street),
        new("HG", "Tenant", o => o.Tenant?.Name),
        new("Utrymme", "Room", o => o.Subject.Space),
        new("Enhet", "Item", o => o.Subject.Unit),
        new("Fras", "Phrase", o => o.Subject.Phrase),
        new("Beskrivning", "Description", o => o.Subject.Description),
        new("Utförd åtgärd", "Action performed", o => o.ActionPerformed),
        new("Utförd", "Done", o => Day(o.CompletedAt)),
        new("Fakturauppgifter", "Invoice details", o => o.Invoice.Reference),
        // after the guide's own, so that what reads them by their place goes on
        new("Prioritet", "Priority", o => Words.Swedish(o.Priority), o => Words.English(o.Priority)),
        new("Första kontakt senast", "First contact due", o => Minute(o.FirstContactDueAt)),
        new("Första kontakt", "First contact", o => Minute(o.ContactedAt)),
        new("Klar senast", "Completion due", o => Minute(o.CompletionDueAt)),
        new("Pausad", "Paused", o => Words.Swedish(o.PauseReason), o => Words.English(o.PauseReason)),
        new("Bomkörningar", "Failed visits", o => o.FailedVisits.Count.ToString(CultureInfo.InvariantCulture)),
    ];

    public static string[] Header(bool english) => [.. Columns.Select(c => english ? c.English : c.Swedish)];

    public static string[] Row(WorkOrder order, bool english) =>
        [.. Columns.Select(c => (english && c.ReadEnglish is { } read ? read : c.Read)(order) ?? "")];

    /// <summary>The Swedish day.</summary>
    private static string Day(Timestamp? instant) =>
        instant is null ? "" : Domain.SwedishTime.DateOf(instant.ToDateTimeOffset()).ToString("O", CultureInfo.InvariantCulture);

    /// <summary>What the Swedish clock says.</summary>
    private static string Minute(Timestamp? instant) =>
        instant is null ? "" : Domain.SwedishTime.Local(instant.ToDateTimeOffset()).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private sealed record Column(string Swedish, string English, Func<WorkOrder, string?> Read, Func<WorkOrder, string?>? ReadEnglish = null);
}
