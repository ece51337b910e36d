using Spectre.Console;
using WorkOrders.V1;

namespace WorkOrders.Cli.Output;

/// <summary>Noteringar: newest first, as the guide has them.</summary>
internal static class LogTable
{
    public static void Write(IEnumerable<LogEntry> log, Screen screen)
    {
        var words = screen.Words;
        screen.Out.MarkupLine(" ");
        screen.Out.MarkupLine($"[bold]{words["Noteringar", "Notes"]}[/]");
        var table = screen.Table(words["Upplagd", "Added"], words["Typ", "Type"], words["Namn", "Name"], words["Text", "Text"]);
        foreach (var entry in log)
            table.AddRow(
                new Text(SwedishTime.Second(entry.AddedAt)),
                new Text(Screen.Plain(entry.Type)),
                new Text(Screen.Plain(entry.Name)),
                new Text(Screen.Plain(entry.Text)));
        screen.Write(table);
    }
}
