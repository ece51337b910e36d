using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using WorkOrders.Cli.Output;

namespace WorkOrders.Cli.Commands;

/// <summary>The arguments and options of several commands, and what is said about those that don't fit.</summary>
internal static partial class Inputs
{
    public static Argument<long> Number() => new("number")
    {
        Description = "The work order's number, such as 2375 (or AO2375).",
        CustomParser = result => ParseNumber(result, result.Tokens[0].Value),
    };

    public static Argument<long[]> Numbers() => new("numbers")
    {
        Description = "The work orders' numbers, such as 2375 2376.",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => ParseNumber(result, token.Value))],
    };

    public static Option<string> Address()
    {
        var address = new Option<string>("--address")
        {
            Description = "The server's gRPC address; AO_ADDRESS if left out, otherwise http://localhost:5081.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("AO_ADDRESS") ?? "http://localhost:5081",
        };
        address.Validators.Add(result =>
        {
            var text = result.GetValue(address);
            if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                result.AddError($"'{text}' is no address: such as http://localhost:5081 or https://orders.example.se.");
        });
        return address;
    }

    /// <summary>A number that the validator lets through only within its range.</summary>
    public static Option<T> Between<T>(string name, T least, T most, string description)
    {
        var option = new Option<T>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is { } value && (Comparer<T>.Default.Compare(value, least) < 0 || Comparer<T>.Default.Compare(value, most) > 0))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes {least} to {most}."));
        });
        return option;
    }

    public static Argument<string> Text(string description) => new("text") { Description = description };

    public static Option<string> Reason() => new("--reason") { Description = "Why; required.", Required = true };

    public static Option<string?> Contractor(string description) => Contractor<string?>(description, required: false);

    public static Option<string> RequiredContractor(string description) => Contractor<string>(description, required: true);

    /// <summary>Lets a script repeat its wish after a crash of its own: the same id is carried out once.</summary>
    public static Option<string?> RequestId()
    {
        var option = new Option<string?>("--request-id")
        {
            Description = "A UUID of your own; the same one is carried out once, however often it is sent.",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is { } id && !Guid.TryParse(id, out _))
                result.AddError($"'{id}' is no request id: a UUID, such as {Guid.Empty}.");
        });
        return option;
    }

    public static Option<string?> Etag() => new("--etag")
    {
        Description = "Refuse if the order has changed since it had this etag (see show --json).",
    };

    public static Option<T[]> Labelled<T>(string name, string description, Labels<T> labels)
        where T : struct, Enum => new(name)
        {
            Description = $"{description}: {labels.Allowed}. Several: repeat it.",
            HelpName = name.TrimStart('-'),
            CustomParser = result => [.. result.Tokens.Select(token => Parse(result, labels, token.Value))],
        };

    public static Option<T> OneLabelled<T>(string name, string description, Labels<T> labels)
        where T : struct, Enum => new(name)
        {
            Description = $"{description}: {labels.Allowed}.",
            HelpName = name.TrimStart('-'),
            CustomParser = result => Parse(result, labels, result.Tokens[0].Value),
        };

    public static Option<string?> Day(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "yyyy-mm-dd" };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is { Length: > 0 } day && !DateOnly.TryParseExact(
                day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                result.AddError($"'{day}' is no day: write it as 2026-11-23.");
        });
        return option;
    }

    public static Option<string?> Moment(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "yyyy-mm-dd hh:mm" };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is { Length: > 0 } moment && SwedishTime.Parse(moment) is null)
                result.AddError($"'{moment}' is no moment: write it as '2026-11-23 14:30'.");
        });
        return option;
    }

    public static Option<string[]> Photos() => new("--photo")
    {
        Description = "A photo that goes with it: JPEG, PNG or WebP. Several: repeat it.",
        HelpName = "file",
    };

    private static long ParseNumber(ArgumentResult result, string text)
    {
        var digits = text.StartsWith("AO", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        result.AddError($"'{text}' is no work order number: digits only, such as 2375.");
        return 0;
    }

    public static T Parse<T>(ArgumentResult result, Labels<T> labels, string text)
        where T : struct, Enum
    {
        if (labels.TryParse(text, out var value))
            return value;
        result.AddError($"'{text}' is not known. Allowed: {labels.Allowed}.");
        return default;
    }

    private static Option<T> Contractor<T>(string description, bool required)
    {
        var option = new Option<T>("--contractor") { Description = description, HelpName = "1999/99999", Required = required };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is string id && !ContractorId().IsMatch(id))
                result.AddError($"'{id}' is no contractor: year and number, such as 1999/99999.");
        });
        return option;
    }

    [GeneratedRegex("^[0-9]{4}/[0-9]{1,8}$")]
    private static partial Regex ContractorId();
}
