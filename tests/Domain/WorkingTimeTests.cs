using System.Text.RegularExpressions;
using static WorkOrders.Domain.Tests.SwedishClock;

namespace WorkOrders.Domain.Tests;

/// <summary>Reckoning in working time: eight hours a day, from Monday to Friday.</summary>
public sealed partial class WorkingTimeTests
{
    private static readonly HashSet<DateOnly> Holidays =
    [
        new(2026, 4, 3), new(2026, 4, 6), new(2026, 6, 19), new(2026, 12, 24), new(2026, 12, 25), new(2026, 12, 31), new(2027, 1, 1), new(2027, 1, 6),
    ];

    private static readonly WorkingCalendar Office = WorkingCalendar.Weekdays(TimeSpan.FromHours(8), TimeSpan.FromHours(16), Holidays.Contains);

    [Theory]
    [InlineData("2026-11-23 09:00", 2, "2026-11-23 11:00")]
    [InlineData("2026-11-23 09:00", 7, "2026-11-23 16:00")] // a day's work ends when the day closes
    [InlineData("2026-11-23 09:00", 8, "2026-11-24 09:00")]
    [InlineData("2026-11-23 06:00", 1, "2026-11-23 09:00")] // before it opens
    [InlineData("2026-11-23 22:00", 1, "2026-11-24 09:00")] // after it closed
    [InlineData("2026-11-27 15:00", 2, "2026-11-30 09:00")] // over a weekend
    [InlineData("2026-11-28 12:00", 1, "2026-11-30 09:00")] // on a Saturday
    [InlineData("2026-04-02 15:00", 2, "2026-04-07 09:00")] // over Easter
    [InlineData("2026-06-18 15:00", 2, "2026-06-22 09:00")] // over Midsummer, whose eve is no holiday by law
    [InlineData("2026-12-23 15:00", 2, "2026-12-28 09:00")] // over Christmas
    [InlineData("2026-12-30 14:00", 4, "2027-01-04 10:00")] // over the year's end
    [InlineData("2026-12-30 16:00", 80, "2027-01-18 16:00")] // ten days, with Epiphany among them
    public void So_much_work_is_done_by(string from, int hours, string until) =>
        Assert.Equal(At(until), Office.Add(At(from), TimeSpan.FromHours(hours)));

    [Theory]
    [InlineData("2026-11-23 11:00", 2, "2026-11-23 09:00")]
    [InlineData("2026-11-24 09:00", 8, "2026-11-23 09:00")]
    [InlineData("2026-11-24 09:00", 1, "2026-11-24 08:00")] // the latest: not when the day before closed
    [InlineData("2026-11-23 22:00", 1, "2026-11-23 15:00")] // after it closed
    [InlineData("2026-11-23 07:00", 1, "2026-11-20 15:00")] // before it opens, over a weekend
    [InlineData("2027-01-04 10:00", 4, "2026-12-30 14:00")] // over the year's end
    [InlineData("2026-03-30 09:00", 2, "2026-03-27 15:00")] // the night to Sunday has an hour less
    [InlineData("2026-10-26 16:00", 16, "2026-10-23 08:00")] // and in October one more
    [InlineData("2026-11-23 09:00", 0, "2026-11-23 09:00")]
    public void So_much_work_has_been_done_since(string to, int hours, string since) =>
        Assert.Equal(At(since), Office.Back(At(to), TimeSpan.FromHours(hours)));

    [Theory]
    [InlineData("2026-11-23 09:00", "2026-11-23 11:30", 2.5)]
    [InlineData("2026-11-23 16:00", "2026-11-24 08:00", 0)]
    [InlineData("2026-11-24 09:00", "2026-11-23 09:00", 0)]
    [InlineData("2026-11-27 12:00", "2026-11-30 12:00", 8)]
    [InlineData("2026-12-30 12:00", "2027-01-04 12:00", 8)]
    [InlineData("2026-12-21 00:00", "2027-01-11 00:00", 80)]
    public void Between_two_instants_lies_so_much_work(string from, string to, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Office.Between(At(from), At(to)));

    [Theory]
    [InlineData("2026-03-27 15:00", 2, "2026-03-30 09:00", 65)] // the night to Sunday has an hour less
    [InlineData("2026-10-23 15:00", 2, "2026-10-26 09:00", 67)] // and in October one more
    [InlineData("2026-10-23 08:00", 16, "2026-10-26 16:00", 81)]
    public void The_office_opens_by_the_clock_on_the_wall_whatever_the_season(string from, int hours, string until, int elapsed)
    {
        var done = Office.Add(At(from), TimeSpan.FromHours(hours));

        Assert.Equal(At(until), done);
        Assert.Equal(TimeSpan.FromHours(elapsed), done - At(from));
    }

    [Theory]
    [InlineData("2026-03-28 23:00")]
    [InlineData("2026-03-29 01:30")]
    [InlineData("2026-10-24 23:00")]
    [InlineData("2026-10-25 01:30")]
    [InlineData("2026-12-31 23:30")]
    public void Around_the_clock_an_hour_is_an_hour_in_every_night(string from)
    {
        foreach (var hours in Enumerable.Range(1, 60))
        {
            var until = WorkingCalendar.AroundTheClock.Add(At(from), TimeSpan.FromHours(hours));

            Assert.Equal(At(from).AddHours(hours), until);
            Assert.Equal(TimeSpan.FromHours(hours), WorkingCalendar.AroundTheClock.Between(At(from), until));
        }
    }

    [Theory]
    [InlineData("2026-03-29", 5)]
    [InlineData("2026-10-25", 7)]
    [InlineData("2026-11-01", 6)]
    public void Who_works_in_the_night_in_which_clocks_are_set_works_shorter_or_longer(string day, int hours)
    {
        var nights = new WorkingCalendar(TimeSpan.Zero, TimeSpan.FromHours(6), _ => true);

        Assert.Equal(TimeSpan.FromHours(hours), nights.Between(At($"{day} 00:00"), At($"{day} 12:00")));
    }

    [Fact]
    public void An_office_that_opens_in_the_hour_that_is_left_out_opens_after_it()
    {
        var odd = new WorkingCalendar(new(2, 30, 0), new(6, 0, 0), _ => true);

        Assert.Equal(At("2026-03-29 04:00"), odd.Add(At("2026-03-29 00:00"), TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public void What_is_added_lies_between_at_every_hour_of_a_year()
    {
        for (var (from, end) = (At("2026-01-01 00:00"), At("2027-02-01 00:00")); from < end; from = from.AddHours(1))
        {
            foreach (var work in new[] { TimeSpan.FromMinutes(1), TimeSpan.FromHours(4), TimeSpan.FromHours(16) })
                Assert.Equal(work, Office.Between(from, Office.Add(from, work)));
        }
    }

    [Fact]
    public void No_work_is_done_at_once() => Assert.Equal(At("2026-11-28 12:00"), Office.Add(At("2026-11-28 12:00"), TimeSpan.Zero));

    [Fact]
    public void A_calendar_on_which_nobody_ever_works_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => WorkingCalendar.Weekdays(default, TimeSpan.FromHours(8), _ => true).Add(At("2026-11-23 09:00"), TimeSpan.FromHours(1)));

    [Theory]
    [InlineData("2026-11-23 08:00", true)]
    [InlineData("2026-11-23 07:59", false)]
    [InlineData("2026-11-23 16:00", false)]
    [InlineData("2026-11-28 12:00", false)]
    [InlineData("2026-12-24 12:00", false)]
    public void The_office_is_open_on_working_days_until_it_closes(string at, bool isOpen) => Assert.Equal(isOpen, Office.IsOpen(At(at)));

    [Theory]
    [InlineData("", "2026-11-24 16:00")]
    [InlineData("2026-11-23 12:00/2026-11-23 14:00", "2026-11-25 10:00")]
    [InlineData("2026-11-23 12:00/2026-11-23 14:00 2026-11-23 13:00/2026-11-23 15:00", "2026-11-25 11:00")] // they overlap
    [InlineData("2026-11-23 12:00/2026-11-23 15:00 2026-11-23 13:00/2026-11-23 14:00", "2026-11-25 11:00")] // one within the other
    [InlineData("2026-11-23 18:00/2026-11-24 06:00", "2026-11-24 16:00")] // nobody is at work
    [InlineData("2026-11-20 12:00/2026-11-23 10:00", "2026-11-25 10:00")] // from before it began
    [InlineData("2026-11-20 12:00/2026-11-20 13:00", "2026-11-24 16:00")] // over before it began
    [InlineData("2026-11-24 12:00/", null)] // it stands still
    [InlineData("2026-11-23 12:00/2026-11-23 14:00 2026-11-24 12:00/", null)]
    [InlineData("2026-11-26 12:00/", "2026-11-24 16:00")] // had run out before
    [InlineData("2026-11-24 16:00/", "2026-11-24 16:00")] // runs out at that very moment
    public void A_clock_that_stood_still_runs_out_later(string stops, string? until) => Assert.Equal(
        until is null ? null : At(until),
        Office.RunsOut(At("2026-11-23 08:00"), TimeSpan.FromHours(16), Parse(stops)));

    private static IEnumerable<Stop> Parse(string stops) => Form.Matches(stops)
        .Select(m => new Stop(At(m.Groups[1].Value), m.Groups[2].Value is { Length: > 0 } to ? At(to) : null));

    [GeneratedRegex("(....-..-.. ..:..)/(....-..-.. ..:..)?")]
    private static partial Regex Form { get; }
}
