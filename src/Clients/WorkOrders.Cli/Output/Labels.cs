namespace WorkOrders.Cli.Output;

/// <summary>The words of an enum of the contract, in both languages, for reading and for typing.</summary>
internal sealed class Labels<T>(params (T Value, string Swedish, string English)[] entries)
    where T : struct, Enum
{
    public string Allowed => string.Join(", ", entries.Select(entry => $"{Typed(entry.English)} ({entry.Swedish.ToLowerInvariant()})"));

    /// <summary>A value that a newer server has added is shown by its number.</summary>
    public string Of(T value, Words words)
    {
        foreach (var entry in entries)
        {
            if (entry.Value.Equals(value))
                return words[entry.Swedish, entry.English];
        }

        return $"? ({value:D})";
    }

    public bool TryParse(string text, out T value)
    {
        foreach (var entry in entries)
        {
            if (Same(text, entry.Value.ToString()) || Same(text, entry.Swedish) || Same(text, entry.English) || Same(text, Typed(entry.English)))
            {
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Typed(string english) => english.ToLowerInvariant().Replace(' ', '-');
}
