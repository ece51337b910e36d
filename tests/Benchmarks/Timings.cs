using System.Diagnostics;

namespace WorkOrders.Benchmarks;

/// <summary>How long the same thing took, many times, in milliseconds.</summary>
internal sealed class Timings
{
    private readonly List<double> _all = [];

    public double Median => At(.5);

    public double Percentile99 => At(.99);

    public void Add(double milliseconds) => _all.Add(milliseconds);

    /// <summary>Takes the time of each of so many calls, after a few that don't count.</summary>
    public static async Task<Timings> OfAsync(int count, Func<Task> call)
    {
        for (var i = 0; i < 5; i++) await call();
        var timings = new Timings();
        for (var i = 0; i < count; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await call();
            timings.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        return timings;
    }

    public override string ToString() => $"p50 {Median,8:F1} ms   p99 {Percentile99,8:F1} ms";

    private double At(double share) => _all.Order().ElementAt((int)Math.Ceiling(share * _all.Count) - 1);
}
