using WorkOrders.Board.Shared;

namespace WorkOrders.Board.Tests.Shared;

public sealed class SwedishTimeTests
{
    [Theory]
    [InlineData("2026-11-23T22:59:59Z", "2026-11-23", "23:59:59")]
    [InlineData("2026-11-23T23:00:00Z", "2026-11-24", "00:00:00")]
    [InlineData("2026-07-01T21:59:59Z", "2026-07-01", "23:59:59")]
    [InlineData("2026-07-01T22:00:00Z", "2026-07-02", "00:00:00")]
    // the spring night: 02:00 becomes 03:00
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29", "01:59:59")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29", "03:00:00")]
    // the autumn night: 03:00 becomes 02:00
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25", "02:59:59")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25", "02:00:00")]
    public void The_clock_says_what_clocks_in_stockholm_say(string instant, string day, string clock)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(day, SwedishTime.Iso(SwedishTime.DateOf(at)));
        Assert.Equal(clock, SwedishTime.Clock(at));
        Assert.Equal(clock[..5], SwedishTime.TimeOfDay(at));
    }

    [Theory]
    [InlineData("2026-12-28T12:00:00Z", 53)]
    [InlineData("2027-01-03T22:59:00Z", 53)]
    [InlineData("2027-01-03T23:00:00Z", 1)] // Monday already, in Stockholm
    [InlineData("2024-12-30T12:00:00Z", 1)]
    [InlineData("2023-01-01T12:00:00Z", 52)]
    [InlineData("2026-11-23T12:00:00Z", 48)]
    public void Weeks_are_iso_weeks_also_where_the_year_ends(string instant, int week) =>
        Assert.Equal(week, SwedishTime.Week(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(2026, 3, 29, 23)]
    [InlineData(2026, 3, 30, 24)]
    [InlineData(2026, 10, 25, 25)]
    public void A_day_is_as_long_as_it_is_in_stockholm(int year, int month, int day, int hours)
    {
        var date = new DateOnly(year, month, day);

        Assert.Equal(TimeSpan.FromHours(hours), SwedishTime.StartOf(date.AddDays(1)) - SwedishTime.StartOf(date));
    }
}
