using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Demonstration;

/// <summary>
/// Some hundred orders of the last sixty days: the same seed gives the same orders, only the calendar moves. A few
/// have parts to play, so that every list of the wall has something on it.
/// </summary>
internal static class Generator
{
    private const int Seed = 2375;
    private const int Days = 60;

    /// <summary>Every so many orders another one follows in the same home: they make a bundle.</summary>
    private const int BundleEvery = 9;

    public static IEnumerable<Submission> Orders(int count, long firstNumber, DateTimeOffset now) =>
        Beginnings(count, now).OrderBy(b => b.At).Select((b, i) => b.Story(firstNumber + i, now)).SelectMany(steps => steps);

    private static IEnumerable<Beginning> Beginnings(int count, DateTimeOffset now)
    {
        var random = new Random(Seed);
        Beginning? before = null;
        for (var i = 0; i < count; i++)
        {
            var dice = new Random(Seed + i);
            var part = PartOf(i);
            var at = part is { } waiting ? now - waiting.Ago : WorkingHours.NotBefore(now.AddDays(-Days * Math.Pow(dice.Fraction(), 1.3)));
            if (at > now.AddMinutes(-10) && part is null)
                at = now - dice.Wait(TimeSpan.FromMinutes(10), TimeSpan.FromDays(1));
            var job = random.Of(Job.All);
            var beginning = before is not null && part is null && i % BundleEvery == 0
                ? before.Another(dice)
                : new Beginning(at, job, Home.Of(i, dice), part?.Plot ?? PlotOf(dice), dice, part is not null);
            if (beginning.At >= now)
                beginning = beginning with { At = now.AddMinutes(-1) };
            yield return before = beginning with { At = beginning.At.ToWholeMilliseconds() };
        }
    }

    private static Plot PlotOf(Random dice) => dice.Between(0, 99) switch
    {
        < 6 => Plot.Finding,
        < 12 => Plot.Cancelled,
        < 17 => Plot.SecondTry,
        < 21 => Plot.Reassigned,
        < 24 => Plot.Reopened,
        _ => Plot.Plain,
    };

    /// <summary>The first of them have their parts; how long ago they began.</summary>
    private static (Plot Plot, TimeSpan Ago)? PartOf(int index) => index < Parts.Length ? Parts[index] : null;

    private static readonly (Plot, TimeSpan)[] Parts =
    [
        (Plot.Asked, TimeSpan.FromMinutes(12)), (Plot.Asked, TimeSpan.FromMinutes(50)), (Plot.Asked, TimeSpan.FromHours(2)),
        (Plot.Asked, TimeSpan.FromHours(5)), (Plot.Asked, TimeSpan.FromHours(21)),
        (Plot.Untouched, TimeSpan.FromMinutes(6)), (Plot.Untouched, TimeSpan.FromMinutes(35)), (Plot.Untouched, TimeSpan.FromHours(3)),
        (Plot.Untouched, TimeSpan.FromHours(20)), (Plot.Untouched, TimeSpan.FromDays(2.2)),
        (Plot.Declined, TimeSpan.FromDays(1.5)), (Plot.Declined, TimeSpan.FromDays(2.4)), (Plot.Declined, TimeSpan.FromDays(4)),
        (Plot.Overdue, TimeSpan.FromDays(8)), (Plot.Overdue, TimeSpan.FromDays(10)), (Plot.Overdue, TimeSpan.FromDays(13)),
        (Plot.Overdue, TimeSpan.FromDays(9)), (Plot.Overdue, TimeSpan.FromDays(16)),
        (Plot.Waiting, TimeSpan.FromDays(3)), (Plot.Waiting, TimeSpan.FromDays(6)), (Plot.Missed, TimeSpan.FromDays(2)), (Plot.Missed, TimeSpan.FromDays(4)),
    ];

    private sealed record Beginning(DateTimeOffset At, Job Job, Home Home, Plot Plot, Random Dice, bool IsPart)
    {
        /// <summary>More to do for the same contractor in the same home, a few minutes later.</summary>
        public Beginning Another(Random dice) => this with
        {
            At = At.AddMinutes(dice.Between(2, 9)),
            Job = dice.Of([.. Job.All.Where(j => j.ClientId == Job.ClientId)]),
            Dice = dice,
            IsPart = false,
        };

        public IReadOnlyList<Submission> Story(long number, DateTimeOffset now) =>
            new Story(number, Job, Home, At, now, Dice, IsPart).Tell(Plot);
    }
}
