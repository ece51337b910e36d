using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace WorkOrders.Cli.Output;

/// <summary>Instants as people in Stockholm read them.</summary>
internal static class SwedishTime
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static string Minute(Timestamp? instant) => Format(instant, "yyyy-MM-dd HH:mm");

    public static string Second(Timestamp? instant) => Format(instant, "yyyy-MM-dd HH:mm:ss");

    public static string Clock(Timestamp? instant) => Format(instant, "HH:mm:ss");

    public static string Day(Timestamp? instant) => Format(instant, "yyyy-MM-dd");

    /// <summary>Null for what is no day and time of day.</summary>
    public static Timestamp? Parse(string moment) =>
        DateTime.TryParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? Timestamp.FromDateTimeOffset(new(local, Stockholm.GetUtcOffset(local)))
            : null;

    private static string Format(Timestamp? instant, string form) => instant is null ? ""
        : TimeZoneInfo.ConvertTime(instant.ToDateTimeOffset(), Stockholm).ToString(form, CultureInfo.InvariantCulture);
}
