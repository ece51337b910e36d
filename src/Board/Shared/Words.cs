using System.Collections;
using System.Globalization;
using System.Resources;

namespace WorkOrders.Board.Shared;

/// <summary>Everything that the screens say, in the language that is switched on. Each folder of screens has texts of its own.</summary>
public sealed class Words
{
    private static readonly Dictionary<Language, Lazy<Dictionary<string, string>>> Texts = new()
    {
        [Language.Swedish] = new(() => Read("sv")),
        [Language.English] = new(() => Read("en")),
    };

    /// <summary>Raised after <see cref="Speak"/>: draw again.</summary>
    public event Action? Changed;

    public Language Language { get; private set; } = Languages.Of(CultureInfo.CurrentUICulture.Name);

    /// <summary>A missing text shows its key: a wall never goes dark for want of a word.</summary>
    public string this[string key] => In(Language, key);

    /// <summary>In a language that need not be the one that is switched on: for what is written down and read later.</summary>
    public static string In(Language language, string key) => Texts[language].Value.GetValueOrDefault(key, key);

    public string Format(string key, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, this[key], arguments);

    public void Speak(Language language)
    {
        if (language == Language)
            return;
        Language = language;
        Changed?.Invoke();
    }

    private static Dictionary<string, string> Read(string tag)
    {
        var assembly = typeof(Words).Assembly;
        var texts = new Dictionary<string, string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith($".{tag}.resources", StringComparison.Ordinal)))
        {
            using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            foreach (DictionaryEntry text in reader)
                texts.Add((string)text.Key, (string)text.Value!);
        }
        return texts;
    }
}
