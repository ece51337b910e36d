using System.CommandLine;

namespace WorkOrders.Cli.Commands;

/// <summary>The options that every command takes.</summary>
internal static class Globals
{
    public static readonly Option<string?> As = new("--as")
    {
        Description = "The identity to use, by the name it was signed in with; the one last signed in if left out.",
        HelpName = "name",
        Recursive = true,
    };

    public static readonly Option<string?> Language = Choice(
        "--lang", "Language of labels and messages; AO_LANG if left out, otherwise Swedish.", "sv", "en");

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Print proto3 JSON: one document, or one line for each event. Errors too, on standard error.",
        Recursive = true,
    };

    public static readonly Option<bool> NoColor = new("--no-color")
    {
        Description = "No colours. So it is also if NO_COLOR is set, or the output goes to a file or a pipe.",
        Recursive = true,
    };

    public static readonly Option<double> RetryFor = Patience();

    public static IEnumerable<Option> All => [As, Language, Json, NoColor, RetryFor];

    private static Option<string?> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string?>(name) { Description = description, Recursive = true };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static Option<double> Patience()
    {
        var option = Inputs.Between("--retry-for", 0.0, 3_600, "For how many seconds to go on trying while the server doesn't answer.");
        option.DefaultValueFactory = _ => 5;
        option.HelpName = "seconds";
        option.Recursive = true;
        return option;
    }
}
