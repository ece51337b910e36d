using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace WorkOrders.Server.Wire;

/// <summary>Instants are timestamps, whole milliseconds as the store keeps them; days are ISO 8601, and empty if there is none.</summary>
internal static class Times
{
    public static Timestamp ToWire(this DateTimeOffset at) => at.ToTimestamp();

    public static string ToWire(this DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Now, as exactly as it will be read again.</summary>
    public static DateTimeOffset InWholeMilliseconds(this DateTimeOffset now) => DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
}
