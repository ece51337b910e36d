using WorkOrders.Server.Figures;

namespace WorkOrders.Server.Tests.Figures;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2026-03-01", "2026-03-31", "Month 2026-03-01..2026-03-31")]
    [InlineData("2026-03-02", "2026-03-31", "Day 2026-03-02..2026-03-31")]
    [InlineData("2026-03-01", "2026-03-30", "Day 2026-03-01..2026-03-30")]
    [InlineData("2026-02-27", "2026-04-02", "Day 2026-02-27..2026-02-28, Month 2026-03-01..2026-03-31, Day 2026-04-01..2026-04-02")]
    [InlineData("2025-11-15", "2026-01-31", "Day 2025-11-15..2025-11-30, Month 2025-12-01..2026-01-31")]
    [InlineData("2025-12-15", "2026-01-15", "Day 2025-12-15..2026-01-15")]
    [InlineData("2024-02-29", "2024-02-29", "Day 2024-02-29..2024-02-29")]
    public void Whole_months_are_read_as_one(string first, string last, string parts) =>
        Assert.Equal(parts, string.Join(", ", Of(first, last).Parts.Select(p => $"{p.Span} {p.From:O}..{p.To:O}")));

    [Fact]
    public void Every_day_is_in_one_part_and_no_other_is()
    {
        var first = new DateOnly(2025, 1, 1);
        for (var days = 1; days <= 100; days++)
        {
            var period = new Period(first.AddDays(days % 40), first.AddDays((days % 40) + days));
            var covered = period.Parts.SelectMany(p => Enumerable.Range(p.From.DayNumber, p.To.DayNumber - p.From.DayNumber + 1));
            Assert.Equal(Enumerable.Range(period.First.DayNumber, period.Last.DayNumber - period.First.DayNumber + 1), covered);
        }
    }

    private static Period Of(string first, string last) =>
        new(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture));
}
