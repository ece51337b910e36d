using System.Globalization;
using System.Resources;

namespace WorkOrders.Board.Shared;

/// <summary>Everything that the screens say, in the language that is switched on.</summary>
public sealed class Words
{
    private static readonly Dictionary<Language, ResourceManager> Texts = new()
    {
        [Language.Swedish] = new("WorkOrders.Board.Words.sv", typeof(Words).Assembly),
        [Language.English] = new("WorkOrders.Board.Words.en", typeof(Words).Assembly),
    };

    /// <summary>Raised after <see cref="Speak"/>: draw again.</summary>
    public event Action? Changed;

    public Language Language { get; private set; } = Languages.Of(CultureInfo.CurrentUICulture.Name);

    /// <summary>A missing text shows its key: a wall never goes dark for want of a word.</summary>
    public string this[string key] => Texts[Language].GetString(key, CultureInfo.InvariantCulture) ?? key;

    public string Format(string key, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, this[key], arguments);

    public void Speak(Language language)
    {
        if (language == Language)
            return;
        Language = language;
        Changed?.Invoke();
    }
}
