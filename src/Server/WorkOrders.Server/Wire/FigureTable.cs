using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>Figures as rows of text: everything together, then each contractor, then each type. Times are in hours.</summary>
internal static class FigureTable
{
    private static readonly (string Swedish, string English, Func<V1.Figures, object?> Read)[] Columns =
    [
        ("Beställda", "Ordered", f => f.Placed),
        ("Accepterade", "Accepted", f => f.Accepted),
        ("Utförda", "Done", f => f.Completed),
        ("Till accept, median (h)", "To acceptance, median (h)", f => Hours(f.ToAccept.Median)),
        ("Till accept, 90 % (h)", "To acceptance, 90 % (h)", f => Hours(f.ToAccept.Percentile90)),
        ("Till svar, median (h)", "To answer, median (h)", f => Hours(f.ToAnswer.Median)),
        ("Till svar, 90 % (h)", "To answer, 90 % (h)", f => Hours(f.ToAnswer.Percentile90)),
        ("Till utförd, median (h)", "To done, median (h)", f => Hours(f.ToComplete.Median)),
        ("Till utförd, 90 % (h)", "To done, 90 % (h)", f => Hours(f.ToComplete.Percentile90)),
        ("Med utlovad tid", "With a promised time", f => f.Promised),
        ("I tid", "On time", f => f.Kept),
    ];

    public static string[] Header(bool english) =>
        [english ? "Group" : "Grupp", english ? "Name" : "Namn", .. Columns.Select(c => english ? c.English : c.Swedish)];

    public static IEnumerable<string[]> Rows(GetFiguresResponse found, bool english)
    {
        yield return Row(english ? "Total" : "Totalt", "", found.Total, english);
        foreach (var contractor in found.Contractors)
            yield return Row(english ? "Performer" : "Utförare", contractor.Contractor.Name, contractor.Figures, english);
        foreach (var type in found.WorkOrderTypes)
            yield return Row(english ? "Type" : "Typ", english ? Words.English(type.Type) : Words.Swedish(type.Type), type.Figures, english);
    }

    // a spreadsheet reads numbers as people of its language write them
    private static string[] Row(string group, string name, V1.Figures figures, bool english) =>
        [group, name, .. Columns.Select(c => Convert.ToString(c.Read(figures), new CultureInfo(english ? "en-GB" : "sv-SE")) ?? "")];

    private static double? Hours(Duration? span) => span is null ? null : Math.Round(span.ToTimeSpan().TotalHours, 2);
}
