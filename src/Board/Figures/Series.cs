using WorkOrders.V1;

namespace WorkOrders.Board.Figures;

/// <summary>One bar: a day, or the seven that begin with it.</summary>
public sealed record Bar(string Day, long Count);

/// <summary>What a chart shows: how many a day, or over a long period how many a week.</summary>
/// <param name="Key">What is counted, as the texts name it.</param>
public sealed record Series(string Key, bool IsByWeek, IReadOnlyList<Bar> Bars)
{
    /// <summary>More bars than that are too thin to be told apart on a phone.</summary>
    private const int MostBars = 92;

    private const int DaysOfWeek = 7;

    public long Total => Bars.Sum(b => b.Count);

    /// <summary>The highest bar; the latest of several. Null if nothing has happened.</summary>
    public Bar? Highest => Bars.Where(b => b.Count > 0).Reverse().MaxBy(b => b.Count);

    public static IEnumerable<Series> Of(IReadOnlyList<DayFigures> days)
    {
        var isByWeek = days.Count > MostBars;
        yield return Make("Placed", d => d.Placed);
        yield return Make("Accepted", d => d.Accepted);
        yield return Make("Completed", d => d.Completed);

        Series Make(string key, Func<DayFigures, long> count) => new(key, isByWeek, isByWeek
            // the last week is whole, and the first one is what is left
            ? [.. Weeks().Select(w => new Bar(w[0].Day, w.Sum(count)))]
            : [.. days.Select(d => new Bar(d.Day, count(d)))]);

        IEnumerable<DayFigures[]> Weeks()
        {
            var first = days.Count % DaysOfWeek;
            return (first > 0 ? new[] { days.Take(first).ToArray() } : []).Concat(days.Skip(first).Chunk(DaysOfWeek));
        }
    }
}
