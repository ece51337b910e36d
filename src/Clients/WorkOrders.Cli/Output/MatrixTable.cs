using System.Globalization;
using Spectre.Console;
using WorkOrders.V1;

namespace WorkOrders.Cli.Output;

/// <summary>The matrix of the guide: status by type, with Totalt.</summary>
internal static class MatrixTable
{
    private static readonly WorkOrderType[] Columns =
    [
        WorkOrderType.Fault, WorkOrderType.TenantMaintenance, WorkOrderType.Authority,
        WorkOrderType.InspectionRound, WorkOrderType.OptionalExtra, WorkOrderType.Maintenance,
    ];

    private static readonly WorkOrderStatus[] Rows =
    [
        WorkOrderStatus.Registered, WorkOrderStatus.Ordered, WorkOrderStatus.Accepted, WorkOrderStatus.Declined,
        WorkOrderStatus.Completed, WorkOrderStatus.Invoiced, WorkOrderStatus.Cancelled,
    ];

    public static void Write(StatusMatrix matrix, bool landlord, Screen screen)
    {
        var words = screen.Words;
        var table = screen.Table(
            [words["Status", "Status"], .. Columns.Select(type => Vocabulary.Type.Of(type, words)), words["Totalt", "Total"]]);
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();
        foreach (var status in Rows.Where(status => landlord || status is not (WorkOrderStatus.Registered or WorkOrderStatus.Declined)))
        {
            var counts = matrix.Counts.Where(cell => cell.Status == status).ToList();
            table.AddRow(
            [
                new Markup($"[{Vocabulary.Colour(status)}]{Vocabulary.Statuses.Of(status, words)}[/]"),
                .. Columns.Select(type => Number(counts.Where(cell => cell.Type == type).Sum(cell => cell.Count))),
                // The sum of all types, also of those that are newer than this program.
                Number(counts.Sum(cell => cell.Count)),
            ]);
        }

        screen.Write(table);
    }

    private static Text Number(int count) => new(count.ToString(CultureInfo.InvariantCulture));
}
