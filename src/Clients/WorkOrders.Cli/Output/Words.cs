using System.Globalization;

namespace WorkOrders.Cli.Output;

/// <summary>The reader's language. A text stands where it is used, in both languages side by side, so none can be forgotten.</summary>
internal sealed class Words(bool swedish)
{
    public static Words Choose(string? option) =>
        new((option ?? Environment.GetEnvironmentVariable("AO_LANG")) is not ("en" or "EN"));

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(swedish ? "sv-SE" : "en");

    public string this[string inSwedish, string inEnglish] => swedish ? inSwedish : inEnglish;

    public string YesOrNo(bool value) => value ? this["Ja", "Yes"] : this["Nej", "No"];
}
