namespace WorkOrders.Domain;

/// <summary>Reckoning in working time.</summary>
public static class WorkingTime
{
    /// <summary>No order waits for so long: a calendar without working days would be gone through for ever.</summary>
    private const int MostDays = 20 * 366;

    /// <summary>
    /// The instant at which so much working time has passed: the earliest, so that a day's work ends when the day closes and
    /// not when the next one opens.
    /// </summary>
    public static DateTimeOffset Add(this WorkingCalendar calendar, DateTimeOffset from, TimeSpan work)
    {
        if (work <= TimeSpan.Zero) return from;

        var left = work;
        foreach (var (begins, ends) in calendar.Shifts(from))
        {
            if (ends - begins >= left) return begins + left;
            left -= ends - begins;
        }
        throw new ArgumentException($"The calendar has no {work} of working time after {from:O}.", nameof(calendar));
    }

    /// <summary>The instant since which so much working time has passed: the latest.</summary>
    public static DateTimeOffset Back(this WorkingCalendar calendar, DateTimeOffset to, TimeSpan work)
    {
        if (work <= TimeSpan.Zero) return to;

        var left = work;
        var last = SwedishTime.DateOf(to);
        for (var day = last; day > last.AddDays(-MostDays); day = day.AddDays(-1))
        {
            if (!calendar.IsWorkingDay(day)) continue;

            var (begins, ends) = (calendar.Opening(day), calendar.Closing(day) is var closing && closing < to ? closing : to);
            if (ends - begins >= left) return ends - left;
            if (ends > begins) left -= ends - begins;
        }
        throw new ArgumentException($"The calendar has no {work} of working time before {to:O}.", nameof(calendar));
    }

    /// <summary>The working time between two instants; none if they stand the wrong way round.</summary>
    public static TimeSpan Between(this WorkingCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var worked = TimeSpan.Zero;
        foreach (var (begins, ends) in calendar.Shifts(from))
        {
            if (begins >= to) break;
            worked += (ends < to ? ends : to) - begins;
        }
        return worked;
    }

    /// <summary>
    /// When so much working time is used up by a clock that stands still now and then; null if it stands still with time
    /// left. A clock that has run out before it was stopped stays run out.
    /// </summary>
    /// <param name="stops">In any order; they may overlap.</param>
    public static DateTimeOffset? RunsOut(this WorkingCalendar calendar, DateTimeOffset from, TimeSpan work, IEnumerable<Stop> stops)
    {
        var (at, left) = (from, work);
        foreach (var stop in stops.OrderBy(s => s.From))
        {
            if (stop.From > at)
            {
                var worked = calendar.Between(at, stop.From);
                if (worked >= left) return calendar.Add(at, left);
                left -= worked;
            }
            if (stop.To is not { } goesOn) return null;
            if (goesOn > at) at = goesOn;
        }
        return calendar.Add(at, left);
    }

    /// <summary>The times in which somebody is at work, from an instant on.</summary>
    private static IEnumerable<(DateTimeOffset Begins, DateTimeOffset Ends)> Shifts(this WorkingCalendar calendar, DateTimeOffset from)
    {
        var first = SwedishTime.DateOf(from);
        for (var day = first; day < first.AddDays(MostDays); day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(day)) continue;

            var (begins, ends) = (calendar.Opening(day), calendar.Closing(day));
            if (ends > from) yield return (begins > from ? begins : from, ends);
        }
    }
}

/// <summary>A time in which a clock stands still; without an end it still does.</summary>
public readonly record struct Stop(DateTimeOffset From, DateTimeOffset? To);
