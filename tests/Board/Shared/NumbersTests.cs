using WorkOrders.Board.Shared;

namespace WorkOrders.Board.Tests.Shared;

public sealed class NumbersTests
{
    private readonly Words _words = new();

    [Theory]
    [InlineData(-1, "0 s")] // clocks disagree by a little
    [InlineData(0, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(3_599, "59 min")]
    [InlineData(3_600, "1 h 00 min")]
    [InlineData(3 * 3_600 + 5 * 60, "3 h 05 min")]
    [InlineData(10 * 3_600, "10 h")]
    [InlineData(86_399, "23 h")]
    [InlineData(2 * 86_400 + 7 * 3_600, "2 d 7 h")]
    [InlineData(10 * 86_400, "10 d")]
    public void An_age_is_told_in_the_units_that_matter(int seconds, string expected)
    {
        _words.Speak(Language.Swedish);
        Assert.Equal(expected, Numbers.Age(TimeSpan.FromSeconds(seconds), _words));
    }

    [Fact]
    public void An_order_asked_about_before_the_autumn_night_has_waited_as_long_as_it_has()
    {
        var asked = new DateTimeOffset(2026, 10, 24, 22, 0, 0, TimeSpan.Zero); // midnight in Stockholm; then 25 hours
        var answered = SwedishTime.StartOf(new DateOnly(2026, 10, 26));

        Assert.Equal("1 d 1 h", Numbers.Age(answered - asked, _words));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_204, "1\u202f204")]
    [InlineData(1_000_000, "1\u202f000\u202f000")]
    [InlineData(-3, "0")]
    public void Thousands_are_set_apart_as_swedes_do(int count, string expected) => Assert.Equal(expected, Numbers.Count(count));
}
