using WorkOrders.Board.Figures;

namespace WorkOrders.Board.Tests.Figures;

public sealed class FigurePeriodTests
{
    [Theory]
    [InlineData(null, 30)]
    [InlineData("7", 7)]
    [InlineData("365", 365)]
    [InlineData("8", 30)]
    [InlineData("x", 30)]
    public void What_is_no_period_is_the_usual_one(string? days, int expected) => Assert.Equal(expected, FigurePeriod.Of(days).Days);

    [Fact]
    public void Each_has_an_address_that_leads_back_to_it() =>
        Assert.All(FigurePeriod.All, p => Assert.Equal(p, FigurePeriod.Of(p.Path.Split("days=").ElementAtOrDefault(1))));
}
