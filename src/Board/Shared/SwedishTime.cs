using System.Globalization;

namespace WorkOrders.Board.Shared;

/// <summary>What the clock on the wall says in Stockholm, in Swedish form: `2019-08-19 16:08`.</summary>
public static class SwedishTime
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Stockholm).DateTime;

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The instant at which a Swedish day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return Instant(midnight);
    }

    /// <summary>The instant at which the clock says so; of an hour that comes twice in autumn the second.</summary>
    public static DateTimeOffset Instant(DateTime local) => new(local, Stockholm.GetUtcOffset(local));

    public static string Clock(DateTimeOffset instant) => Local(instant).ToString("HH':'mm':'ss", CultureInfo.InvariantCulture);

    public static string TimeOfDay(DateTimeOffset instant) => Local(instant).ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>Day and time of day.</summary>
    public static string Moment(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>The ISO week, which in Sweden everybody plans by.</summary>
    public static int Week(DateTimeOffset instant) => ISOWeek.GetWeekOfYear(Local(instant));

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
