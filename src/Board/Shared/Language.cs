namespace WorkOrders.Board.Shared;

public enum Language
{
    Swedish,
    English,
}

public static class Languages
{
    /// <summary>The language of a culture's name; Swedish for whatever isn't English.</summary>
    public static Language Of(string culture) => culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.Swedish;

    /// <summary>The tag for `lang` attributes, resource names and the culture cookie.</summary>
    public static string Tag(this Language language) => language == Language.English ? "en" : "sv";

    public static Language Other(this Language language) => language == Language.English ? Language.Swedish : Language.English;
}
