using System.Collections.Concurrent;
using PublicHoliday;

namespace WorkOrders.Server.Calendar;

/// <summary>
/// The days on which nobody is at work in Sweden although it may be a weekday: public holidays, and Midsummer Eve, Christmas Eve
/// and New Year's Eve, which are none by law and free everywhere. The one place that knows the library.
/// </summary>
internal static class SwedishHolidays
{
    private static readonly SwedenPublicHoliday Library = new();
    private static readonly ConcurrentDictionary<int, HashSet<DateOnly>> Years = new();

    public static bool Has(DateOnly day) => Years.GetOrAdd(day.Year, Of).Contains(day);

    private static HashSet<DateOnly> Of(int year) => [.. Library.PublicHolidays(year).Select(DateOnly.FromDateTime)];
}
