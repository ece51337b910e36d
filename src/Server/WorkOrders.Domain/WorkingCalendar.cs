namespace WorkOrders.Domain;

/// <summary>
/// When people are at work: the hours of a day, and the days. A day is a Swedish day, and the hours are those of its clock,
/// whatever the season. Where holidays come from is not its business.
/// </summary>
/// <param name="opens">From midnight, by the clock.</param>
/// <param name="closes">From midnight, by the clock; later than <paramref name="opens"/>, and 24 hours at most.</param>
/// <param name="isWorkingDay">Whether anybody is at work that day at all.</param>
public sealed class WorkingCalendar(TimeSpan opens, TimeSpan closes, Func<DateOnly, bool> isWorkingDay)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Every hour of every day. The day on which clocks are set has 23 or 25.</summary>
    public static WorkingCalendar AroundTheClock { get; } = new(TimeSpan.Zero, Day, _ => true);

    /// <summary>From Monday to Friday, but for holidays.</summary>
    public static WorkingCalendar Weekdays(TimeSpan opens, TimeSpan closes, Func<DateOnly, bool> isHoliday) =>
        new(opens, closes, day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !isHoliday(day));

    public bool IsWorkingDay(DateOnly day) => isWorkingDay(day);

    public bool IsOpen(DateTimeOffset instant) => SwedishTime.DateOf(instant) is var day
        && IsWorkingDay(day) && instant >= Opening(day) && instant < Closing(day);

    internal DateTimeOffset Opening(DateOnly day) => SwedishTime.At(day, opens);

    internal DateTimeOffset Closing(DateOnly day) => closes >= Day ? SwedishTime.StartOf(day.AddDays(1)) : SwedishTime.At(day, closes);
}
