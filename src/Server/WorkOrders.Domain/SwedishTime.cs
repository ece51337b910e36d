namespace WorkOrders.Domain;

/// <summary>Days are Swedish days: from midnight to midnight in Stockholm, 23 or 25 hours long twice a year.</summary>
public static class SwedishTime
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>What the clock on the wall says.</summary>
    public static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Stockholm).DateTime;

    /// <summary>The instant at which a day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeSpan.Zero);

    /// <summary>
    /// The instant at which the clock says so, in UTC. An hour that is left out in spring is the one after it, and of an hour
    /// that comes twice in autumn it is the second.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeSpan clock)
    {
        var local = day.ToDateTime(TimeOnly.MinValue) + clock;
        return new DateTimeOffset(local, Stockholm.GetUtcOffset(local)).ToUniversalTime();
    }
}
