using System.Collections.Immutable;
using System.Globalization;

namespace WorkOrders.Board.Wall.Settings;

/// <summary>
/// How one board is set, by its address: <c>/wall?layout=all,contractor&amp;every=30&amp;scale=120&amp;night=22-6</c>. So a
/// board's bookmark is its setting, and nothing has to be kept for it anywhere.
/// </summary>
public sealed record WallSettings
{
    public const string Path = "/wall";

    /// <summary>What can be set, in the order in which an address has it.</summary>
    public static readonly ImmutableArray<string> Names = ["layout", "every", "scale", "night", "dim", "shift", "kiosk", "show"];

    public const int ShortestSeconds = 10, LongestSeconds = 600;
    public const int SmallestScale = 75, LargestScale = 200, ScaleStep = 25;
    public const int DarkestDim = 30, LightestDim = 90;

    /// <summary>What is shown, one after the other. All of them, unless something else is said.</summary>
    public ImmutableArray<WallLayoutKind> Layouts { get; init; } = [.. Enum.GetValues<WallLayoutKind>()];

    /// <summary>For how long each; null: the first one stays. 30 s, unless something else is said.</summary>
    public TimeSpan? Every { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>In percent. 100 is readable at three metres.</summary>
    public int Scale { get; init; } = 100;

    /// <summary>When it is dimmed; null: never.</summary>
    public NightHours? Night { get; init; }

    /// <summary>How light it is at night, in percent of the day. From 65 on all text keeps a contrast of 7:1.</summary>
    public int Dim { get; init; } = 65;

    /// <summary>Whether the picture moves by some pixels every few minutes, so that nothing burns in.</summary>
    public bool Shift { get; init; } = true;

    /// <summary>Whether there is nothing but the picture: no pointer, no buttons, the whole screen.</summary>
    public bool Kiosk { get; init; }

    /// <summary>The layout at which it stands still until somebody lets it go on; null: it doesn't.</summary>
    public WallLayoutKind? Show { get; init; }

    /// <summary>What stands in the address and means nothing there. The rest of it holds.</summary>
    public ImmutableArray<WrongSetting> Wrong { get; init; } = [];

    public static WallSettings Of(string uri)
    {
        var settings = new WallSettings();
        foreach (var (name, value) in Pairs(uri))
        {
            // the language's own
            if (name is "culture" or "ui-culture")
                continue;
            settings = settings.With(name, value) ?? settings with { Wrong = settings.Wrong.Add(new(name, value)) };
        }
        return settings.Show is { } show && !settings.Layouts.Contains(show)
            ? settings with { Show = null, Wrong = settings.Wrong.Add(new("show", show.Slug())) } : settings;
    }

    /// <summary>What has been changed by hand, on top of the address that it was changed on: what else stands there stays.</summary>
    public static string Address(string uri, string name, string? value)
    {
        var pairs = Pairs(uri).Where(p => p.Name != name).ToList();
        if (value is not null)
            pairs.Add((name, value));
        return pairs.Count == 0 ? Path : $"{Path}?{string.Join('&', pairs.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value).Replace("%2C", ",", StringComparison.Ordinal)}"))}";
    }

    private WallSettings? With(string name, string value) => name switch
    {
        "layout" => LayoutsOf(value) is { Length: > 0 } layouts ? this with { Layouts = layouts } : null,
        "every" => value is "off" ? this with { Every = null }
            : Number(value, ShortestSeconds, LongestSeconds) is { } seconds ? this with { Every = TimeSpan.FromSeconds(seconds) } : null,
        "scale" => Number(value, SmallestScale, LargestScale) is { } scale ? this with { Scale = scale } : null,
        "night" => value is "off" ? this with { Night = null } : HoursOf(value) is { } hours ? this with { Night = hours } : null,
        "dim" => Number(value, DarkestDim, LightestDim) is { } dim ? this with { Dim = dim } : null,
        "shift" => Switch(value) is { } shift ? this with { Shift = shift } : null,
        "kiosk" => Switch(value) is { } kiosk ? this with { Kiosk = kiosk } : null,
        "show" => WallLayouts.Of(value) is { } show ? this with { Show = show } : null,
        _ => null,
    };

    private static ImmutableArray<WallLayoutKind> LayoutsOf(string value)
    {
        var all = value.Split(',').Select(v => WallLayouts.Of(v.Trim())).ToList();
        return all.Contains(null) ? [] : [.. all.OfType<WallLayoutKind>().Distinct()];
    }

    private static NightHours? HoursOf(string value) => value.Split('-') is [var from, var to]
        && Number(from, 0, 23) is { } begin && Number(to, 0, 23) is { } end && begin != end ? new(begin, end) : null;

    private static bool? Switch(string value) => value switch { "on" => true, "off" => false, _ => null };

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static IEnumerable<(string Name, string Value)> Pairs(string uri)
    {
        var query = uri.Split('#')[0].Split('?', 2) is [_, var q] ? q : "";
        return query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => (Plain(pair[0]), pair.Length > 1 ? Plain(pair[1]) : ""));
    }

    private static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}

/// <summary>Something in the address that is no setting, or no value of it.</summary>
public sealed record WrongSetting(string Name, string Value)
{
    /// <summary>Whether there is a setting of that name, so that only its value is wrong.</summary>
    public bool IsKnown => WallSettings.Names.Contains(Name);

    /// <summary>As much of it as there is room for.</summary>
    public string Given => Short($"{Name}={Value}");

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
