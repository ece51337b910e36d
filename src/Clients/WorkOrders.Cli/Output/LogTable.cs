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
                new Text(Screen.Plain(Content(entry, words))));
        screen.Write(table);
    }

    private static string Content(LogEntry entry, Words words) => entry.Photos.Count switch
    {
        0 => entry.Text,
        1 => $"{entry.Text} [{words["1 foto", "1 photo"]}]".TrimStart(),
        var count => $"{entry.Text} [{count} {words["foton", "photos"]}]".TrimStart(),
    };
}
