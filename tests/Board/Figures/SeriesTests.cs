using WorkOrders.Board.Figures;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Figures;

public sealed class SeriesTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void A_short_period_has_a_bar_for_each_day()
    {
        var placed = Series.Of(Days(7)).First();
        Assert.Equal(("Placed", false, 7), (placed.Key, placed.IsByWeek, placed.Bars.Count));
        Assert.Equal(new Bar("2026-01-01", 0), placed.Bars[0]);
        Assert.Equal(21, placed.Total);
    }

    [Fact]
    public void A_long_period_has_a_bar_for_each_week_and_the_last_one_is_whole()
    {
        var placed = Series.Of(Days(365)).First();
        Assert.True(placed.IsByWeek);
        Assert.Equal(53, placed.Bars.Count);
        Assert.Equal(("2026-01-01", "2026-01-02"), (placed.Bars[0].Day, placed.Bars[1].Day));
        Assert.Equal(Days(365).Sum(d => d.Placed), placed.Total);
        Assert.Equal(Days(365).TakeLast(7).Sum(d => d.Placed), placed.Bars[^1].Count);
    }

    [Fact]
    public void The_highest_of_equals_is_the_latest_and_of_nothing_there_is_none()
    {
        var series = Series.Of([Day(0, 3), Day(1, 3), Day(2, 0)]).ToList();
        Assert.Equal("2026-01-02", series[0].Highest!.Day);
        Assert.Null(series[1].Highest);
    }

    private static DayFigures[] Days(int count) => [.. Enumerable.Range(0, count).Select(i => Day(i, i))];

    private static DayFigures Day(int after, long placed) =>
        new() { Day = First.AddDays(after).ToString("O", System.Globalization.CultureInfo.InvariantCulture), Placed = placed };
}
