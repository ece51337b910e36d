using System.CommandLine.Parsing;
using System.Globalization;

namespace WorkOrders.Cli.Demo;

/// <summary>How fast the day goes by.</summary>
/// <param name="EventsPerMinute">Null: as fast as the server takes it, several orders at once.</param>
internal sealed record Pace(double? EventsPerMinute)
{
    private const double OneX = 20;

    public static Pace Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text == "max")
            return new Pace(EventsPerMinute: null);
        if (text.EndsWith('x') && double.TryParse(
                text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && factor is > 0 and <= 1000)
            return new Pace(OneX * factor);
        result.AddError($"'{text}' is no pace: 1x ({OneX} events a minute), 10x, any other factor up to 1000x, or max.");
        return new Pace(EventsPerMinute: null);
    }

    public override string ToString() => EventsPerMinute is { } perMinute ? string.Create(CultureInfo.InvariantCulture, $"{perMinute / OneX}x") : "max";

    /// <summary>The time until the next event; even enough to follow, uneven enough to look alive.</summary>
    public TimeSpan Gap(Random random) =>
#pragma warning disable CA5394 // a play, not a secret
        EventsPerMinute is { } perMinute ? TimeSpan.FromMinutes((0.5 + random.NextDouble()) / perMinute) : TimeSpan.Zero;
#pragma warning restore CA5394
}
