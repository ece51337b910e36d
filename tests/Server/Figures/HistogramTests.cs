using WorkOrders.Server.Figures;

namespace WorkOrders.Server.Tests.Figures;

public sealed class HistogramTests
{
    [Fact]
    public void Of_nothing_there_is_nothing_to_tell() => Assert.Null(new Histogram().Quantile(0.5));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(1)]
    public void A_share_of_many_is_right_to_within_two_and_a_half_percent(double share)
    {
        var histogram = new Histogram();
        for (var minutes = 1; minutes <= 10_000; minutes++) histogram.Add(TimeSpan.FromMinutes(minutes));
        Assert.InRange(histogram.Quantile(share)!.Value.TotalMinutes / (10_000 * share), 0.975, 1.025);
    }

    [Fact]
    public void Half_of_three_is_the_second()
    {
        var histogram = Of(60, 3_600, 86_400);
        Assert.InRange(histogram.Quantile(0.5)!.Value.TotalSeconds / 3_600, 0.975, 1.025);
        Assert.InRange(histogram.Quantile(0.9)!.Value.TotalSeconds / 86_400, 0.975, 1.025);
    }

    [Fact]
    public void A_clock_that_went_back_counts_as_a_moment() =>
        Assert.InRange(Of(-5).Quantile(1)!.Value.TotalSeconds, 0, 1.1);

    [Fact]
    public void Written_down_and_read_it_is_the_same()
    {
        var histogram = Of(1, 60, 60, 31_536_000);
        var read = Histogram.Read(histogram.Write());
        Assert.Equal(4, read.Count);
        Assert.Equal(histogram.Quantile(0.5), read.Quantile(0.5));
        Assert.Equal(histogram.Write(), read.Write());
    }

    [Fact]
    public void Two_together_are_as_if_they_had_been_one()
    {
        var (one, other) = (Of(60, 120), Of(60, 7_200));
        one.Add(other);
        Assert.Equal(Of(60, 120, 60, 7_200).Write(), one.Write());
    }

    private static Histogram Of(params double[] seconds)
    {
        var histogram = new Histogram();
        foreach (var span in seconds) histogram.Add(TimeSpan.FromSeconds(span));
        return histogram;
    }
}
