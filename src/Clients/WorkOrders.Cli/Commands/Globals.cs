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

    public static readonly Option<double> RetryFor = new("--retry-for")
    {
        Description = "For how many seconds to go on trying while the server doesn't answer: 0 to 3600.",
        HelpName = "seconds",
        DefaultValueFactory = _ => 5,
        Recursive = true,
    };

    static Globals() => RetryFor.Validators.Add(result =>
    {
        if (result.GetValue(RetryFor) is not (>= 0 and <= 3600))
            result.AddError("--retry-for takes seconds, 0 to 3600.");
    });

    public static IEnumerable<Option> All => [As, Language, Json, NoColor, RetryFor];

    private static Option<string?> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string?>(name) { Description = description, Recursive = true };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
