using System.Globalization;

namespace WorkOrders.Domain.Tests;

/// <summary>Instants as the clock on a Swedish wall tells them.</summary>
internal static class SwedishClock
{
    public static DateTimeOffset At(string moment)
    {
        var local = DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return SwedishTime.At(DateOnly.FromDateTime(local), local.TimeOfDay);
    }
}
