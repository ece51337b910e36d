using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WorkOrders.Domain;
using WorkOrders.Server.Calendar;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Calendar;

/// <summary>The days on which nobody is at work, from the library.</summary>
public sealed class HolidayTests
{
    [Theory]
    [InlineData("2026-01-06")] // Trettondedag jul
    [InlineData("2026-04-03")] // Långfredagen
    [InlineData("2026-05-14")] // Kristi himmelsfärdsdag
    [InlineData("2025-06-06")] // Nationaldagen
    [InlineData("2026-06-19")] // Midsommarafton
    [InlineData("2027-06-25")]
    [InlineData("2026-10-31")] // Alla helgons dag
    [InlineData("2026-12-24")] // Julafton
    [InlineData("2026-12-31")] // Nyårsafton
    [InlineData("2031-12-31")]
    public void A_holiday_and_an_eve_that_is_one_in_all_but_law(string day) => Assert.True(SwedishHolidays.Has(Day(day)));

    [Theory]
    [InlineData("2026-01-05")] // Trettondagsafton
    [InlineData("2026-05-15")] // between a holiday and a Saturday
    [InlineData("2026-06-18")]
    [InlineData("2026-12-23")]
    [InlineData("2026-12-30")]
    public void A_day_on_which_people_work(string day) => Assert.False(SwedishHolidays.Has(Day(day)));

    [Fact]
    public async Task The_landlords_hours_are_settings()
    {
        await using var server = await TestServer.StartAsync(new()
        {
            Settings = { ["WorkingTime:Opens"] = "07:00", ["WorkingTime:Closes"] = "16:30", ["Deadlines:UrgentContactHours"] = "2" },
        });
        var office = server.Services.GetRequiredService<WorkingCalendar>();
        var terms = server.Services.GetRequiredService<Terms>();

        // three days of 9.5 hours: Thursday is Christmas Eve, and Friday Christmas
        Assert.Equal(TimeSpan.FromHours(28.5), office.Between(SwedishTime.StartOf(new(2026, 12, 21)), SwedishTime.StartOf(new(2026, 12, 28))));
        Assert.Equal((office, new Target(TimeSpan.FromHours(2), TimeSpan.FromHours(16))), (terms.Office, terms.Targets[Priority.Urgent]));
    }

    [Theory]
    [InlineData("16:00", "08:00", "WorkingTime:Closes is 08:00, which is not after WorkingTime:Opens, 16:00.")]
    [InlineData("8", "noon", "WorkingTime:Closes is 'noon'. Allowed: a time of day such as 16:00.")]
    public async Task Hours_that_cannot_be_keep_the_server_from_starting(string opens, string closes, string why)
    {
        using var folder = new TempFolder();
        var (exitCode, output) = await ServerProcess.RunToEndAsync(
            folder.Path, $"--Data:Folder={folder.Path}", $"--WorkingTime:Opens={opens}", $"--WorkingTime:Closes={closes}");
        Assert.Equal(78, exitCode);
        Assert.Contains(why, output, StringComparison.Ordinal);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
