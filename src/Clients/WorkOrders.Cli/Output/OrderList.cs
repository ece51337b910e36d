using System.Globalization;
using Spectre.Console;
using WorkOrders.V1;

namespace WorkOrders.Cli.Output;

/// <summary>A page of orders as a table; orders of one bundle stand together.</summary>
internal static class OrderList
{
    public static void Write(ListWorkOrdersResponse page, Screen screen)
    {
        if (screen.Json)
        {
            Screen.Document(page);
            return;
        }

        var words = screen.Words;
        var table = screen.Table(
            words["BuntNr", "Bundle"], words["AO-nr", "WO no."], words["Status", "Status"],
            words["Typ", "Type"], words["Beställd", "Ordered"], words["Utförare", "Performer"],
            words["Adress", "Address"], words["Utrymme", "Room"], words["Enhet", "Item"], words["Fras", "Phrase"], words["Beskrivning", "Description"]);
        // In the order of the page: a bundle stands where its first order stands.
        foreach (var order in page.WorkOrders.GroupBy(Bundle).SelectMany(bundle => bundle))
            table.AddRow(Row(order, words).Select(cell => new Markup(cell)));

        screen.Write(table);
        var count = page.WorkOrders.Count.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(
            words[$"{count} arbetsorder · läget vid revision {page.Revision}", $"{count} work orders · as of revision {page.Revision}"]);
        if (page.NextPageToken.Length > 0)
            Console.WriteLine(words[$"Det finns fler: --page-token {page.NextPageToken}, eller --all", $"There are more: --page-token {page.NextPageToken}, or --all"]);
    }

    private static string[] Row(WorkOrder order, Words words)
    {
        var open = order.Questions.Count(question => question.Answer is null);
        var status = $"[{Vocabulary.Colour(order.Status)}]{Vocabulary.Status.Of(order.Status, words)}[/]";
        return
        [
            Screen.Safe(order.BundleNumber),
            order.Number.ToString(CultureInfo.InvariantCulture),
            status + (Deadlines.IsLate(order) ? $" [#FF6B4A]{words["Försenad", "Overdue"]}[/]" : "")
                + (open > 0 ? $" [#FF8AD8]{words["Fråga", "Question"]}[/]" : ""),
            Vocabulary.Type.Of(order.Type, words),
            SwedishTime.Day(order.OrderedAt),
            Screen.Safe(order.Contractor?.Name),
            Screen.Safe(order.PropertyObject?.Address?.Street),
            Screen.Safe(order.Subject?.Space),
            Screen.Safe(order.Subject?.Unit),
            Screen.Safe(order.Subject?.Phrase),
            Screen.Safe(order.Subject?.Description),
        ];
    }

    /// <summary>The number without group and position; an order without a bundle is its own.</summary>
    private static string Bundle(WorkOrder order) =>
        order.BundleNumber.Length == 0 ? "#" + order.Number.ToString(CultureInfo.InvariantCulture)
        : string.Join('-', order.BundleNumber.Split('-').Take(2));
}
