using System.CommandLine;
using System.Globalization;
using Google.Protobuf;
using Spectre.Console;
using Spectre.Console.Rendering;
using WorkOrders.Cli.Commands;

namespace WorkOrders.Cli.Output;

/// <summary>Where a command writes: standard output for what was asked for, standard error for all else.</summary>
internal sealed class Screen
{
    private static readonly JsonFormatter Lines = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(false));
    private static readonly JsonFormatter Documents = new(JsonFormatter.Settings.Default.WithIndentation());

    public Screen(ParseResult line)
    {
        var colours = !line.GetValue(Globals.NoColor) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        Json = line.GetValue(Globals.Json);
        Words = Words.Choose(line.GetValue(Globals.Language));
        Out = Make(Console.Out, Console.IsOutputRedirected, colours);
        Error = Make(Console.Error, Console.IsErrorRedirected, colours);
        IsLive = !Console.IsOutputRedirected && Out.Profile.Capabilities.Ansi && !Json;
    }

    public IAnsiConsole Out { get; }

    public IAnsiConsole Error { get; }

    public bool Json { get; }

    public Words Words { get; }

    /// <summary>Whether a person sits in front of it: otherwise no borders, no cursor movements, nothing but text.</summary>
    public bool IsLive { get; }

    /// <summary>Somebody else's text: brackets are no markup, and control characters don't reach the terminal.</summary>
    public static string Safe(string? text) => Markup.Escape(Plain(text));

    public static string Plain(string? text) =>
        string.Concat(
            (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Select(c => c == '\n' ? ' ' : char.IsControl(c) ? '\uFFFD' : c));

    public static void Document(IMessage message) => Console.Out.WriteLine(Documents.Format(message));

    public static void Line(IMessage message)
    {
        Console.Out.WriteLine(Lines.Format(message));
        Console.Out.Flush();
    }

    public Table Table(params string[] columns)
    {
        var table = new Table { Border = IsLive ? TableBorder.Rounded : TableBorder.None };
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Markup($"[bold]{Safe(column)}[/]")) { Padding = new Padding(0, 0, IsLive ? 1 : 2, 0) });
        return table;
    }

    public void Write(IRenderable renderable) => Out.Write(renderable);

    private static IAnsiConsole Make(TextWriter writer, bool redirected, bool colours)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected || !colours ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
            // No guessing by the environment: a build server's variables must not put colours into a file.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (redirected)
        {
            // Wide enough that nothing is broken or cut which a program may read.
            console.Profile.Width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var width) && width > 20
                ? width
                : 400;
        }

        return console;
    }
}
