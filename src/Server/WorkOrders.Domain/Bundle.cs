using System.Globalization;
using System.Text.RegularExpressions;

namespace WorkOrders.Domain;

/// <summary>
/// A bundle's number, <c>64010765-20190819</c>, and for an order that the landlord has put into a group of it
/// also group and position: <c>64010765-20190819-1-1</c>.
/// </summary>
public sealed partial record Bundle(string ObjectNumber, DateOnly Day, BundlePosition? Position = null)
{
    /// <summary>What lists group by.</summary>
    public string BaseNumber => string.Create(CultureInfo.InvariantCulture, $"{ObjectNumber}-{Day:yyyyMMdd}");

    public Bundle ToBase() => this with { Position = null };

    public Bundle At(int group, int position) => this with { Position = new(group, position) };

    public override string ToString() => Position is { } p
        ? string.Create(CultureInfo.InvariantCulture, $"{BaseNumber}-{p.Group}-{p.Position}")
        : BaseNumber;

    public static Bundle? Parse(string? text)
    {
        var match = Form.Match(text ?? "");
        if (!match.Success) return null;
        if (!DateOnly.TryParseExact(match.Groups["day"].Value, "yyyyMMdd", out var day)) return null;

        var bundle = new Bundle(match.Groups["object"].Value, day);
        return match.Groups["group"].Success ? bundle.At(Count("group"), Count("position")) : bundle;

        int Count(string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    // object numbers are what the landlord makes them; that group and position are shorter than a day keeps them apart
    [GeneratedRegex(@"\A(?<object>.+?)-(?<day>[0-9]{8})(?:-(?<group>[1-9][0-9]{0,5})-(?<position>[1-9][0-9]{0,5}))?\z",
        RegexOptions.Singleline)]
    private static partial Regex Form { get; }
}

public readonly record struct BundlePosition(int Group, int Position);
