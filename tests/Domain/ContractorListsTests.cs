using System.Globalization;

namespace WorkOrders.Domain.Tests;

public sealed class ContractorListsTests : OrderRules
{
    [Theory]
    [InlineData("2019-08-19", true)]
    [InlineData("2019-09-17", true)]  // 29 days after
    [InlineData("2019-09-18", true)]  // 30
    [InlineData("2019-09-19", false)] // 31
    public void A_completed_order_is_shown_for_30_days_after_the_day_it_was_done(string today, bool shown)
    {
        Assert.Equal(shown, ContractorLists.Shows(Order(Completed)!, Day(today)));
        Assert.Equal(shown, new DateOnly(2019, 8, 19) >= ContractorLists.EarliestCompletedOn(Day(today)));
    }

    [Theory]
    // midnight in Stockholm is 22:00 UTC in summer, 23:00 in winter
    [InlineData("2019-08-19T21:59:59.999Z", "2019-08-19")]
    [InlineData("2019-08-19T22:00:00Z", "2019-08-20")]
    [InlineData("2019-12-31T22:59:59.999Z", "2019-12-31")]
    [InlineData("2019-12-31T23:00:00Z", "2020-01-01")]
    // the night to summer time: the day begins at 23:00 UTC and ends at 22:00
    [InlineData("2019-03-30T22:59:59Z", "2019-03-30")]
    [InlineData("2019-03-30T23:00:00Z", "2019-03-31")]
    [InlineData("2019-03-31T00:59:59Z", "2019-03-31")]
    [InlineData("2019-03-31T01:00:00Z", "2019-03-31")]
    [InlineData("2019-03-31T21:59:59Z", "2019-03-31")]
    [InlineData("2019-03-31T22:00:00Z", "2019-04-01")]
    // the night to winter time: the other way round
    [InlineData("2019-10-26T21:59:59Z", "2019-10-26")]
    [InlineData("2019-10-26T22:00:00Z", "2019-10-27")]
    [InlineData("2019-10-27T00:30:00Z", "2019-10-27")]
    [InlineData("2019-10-27T01:30:00Z", "2019-10-27")]
    [InlineData("2019-10-27T22:59:59Z", "2019-10-27")]
    [InlineData("2019-10-27T23:00:00Z", "2019-10-28")]
    public void The_day_is_the_one_in_stockholm(string done, string day)
    {
        var order = Order([.. Accepted, Complete() with { At = Instant(done) }])!;

        Assert.Equal(Day(day), order.CompletedOn);
        Assert.True(ContractorLists.Shows(order, Day(day).AddDays(30)));
        Assert.False(ContractorLists.Shows(order, Day(day).AddDays(31)));
    }

    [Fact]
    public void The_offset_in_which_an_instant_is_given_does_not_matter() =>
        Assert.Equal(new DateOnly(2019, 8, 20), SwedishTime.DateOf(new(2019, 8, 19, 15, 0, 0, TimeSpan.FromHours(-7))));

    [Fact]
    public void Orders_that_are_not_completed_are_shown_however_old_they_are() => Assert.All(
        [Placed, Accepted, Invoiced, Cancelled, [.. Completed, Reopen()]],
        commands => Assert.True(ContractorLists.Shows(Order(commands)!, new(2029, 1, 1))));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static DateTimeOffset Instant(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
