using System.Collections.Immutable;
using System.Globalization;

namespace WorkOrders.Board.Portal.Lists;

/// <summary>
/// Where in a list one is: the server's token of the page, the number of its first row, and the pages before it. The
/// server leads forward only; the way back is carried in the address, so that it works after a reload and in a mailed link.
/// </summary>
public sealed record PagePlace
{
    public static readonly PagePlace First = new();

    /// <summary>From further in, the way back leads to the first page: an address must not grow without end.</summary>
    private const int LongestWayBack = 20;

    private PagePlace()
    {
    }

    /// <summary>The server's; empty for the first page.</summary>
    public string Token { get; private init; } = "";

    /// <summary>The number of the first row, for people to see: 51.</summary>
    public int From { get; private init; } = 1;

    /// <summary>The pages between the first and this one, the nearest first.</summary>
    private ImmutableArray<(int From, string Token)> Before { get; init; } = [];

    public bool IsFirst => Token.Length == 0;

    public PagePlace Next(string token, int shown) => new()
    {
        Token = token,
        From = From + shown,
        Before = IsFirst ? [] : [(From, Token), .. Before.Take(LongestWayBack - 1)],
    };

    public PagePlace Previous => Before is [var (from, token), .. var rest] ? new() { Token = token, From = from, Before = rest } : First;

    /// <summary>As the address has it: <c>token~51.token~…</c>.</summary>
    public override string ToString() => string.Join('~', [Token, .. Before.Select(b => $"{b.From.ToString(CultureInfo.InvariantCulture)}.{b.Token}")]);

    /// <summary>Null if the row's number is none. A token that is none is the server's to refuse.</summary>
    public static PagePlace? Read(string page, string from)
    {
        var row = 1;
        if (from.Length > 0 && !IsRow(from, out row))
            return null;
        if (page.Length == 0)
            return row == 1 ? First : null;

        var parts = page.Split('~');
        var before = ImmutableArray.CreateBuilder<(int, string)>();
        foreach (var part in parts[1..].Take(LongestWayBack))
        {
            if (part.Split('.', 2) is [var number, { Length: > 0 } token] && IsRow(number, out var first))
                before.Add((first, token));
        }
        return new() { Token = parts[0], From = row, Before = before.ToImmutable() };
    }

    // 9 digits: no list is longer, and nothing overflows
    private static bool IsRow(string text, out int row) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out row) && row is > 0 and < 1_000_000_000;
}
