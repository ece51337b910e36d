using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Figures;

/// <summary>From one day to another, both counted.</summary>
internal sealed record Period(DateOnly First, DateOnly Last)
{
    public const int MostDays = 366, UsualDays = 30;

    public static Period Read(GetFiguresRequest request, DateOnly today)
    {
        var wrong = new FieldViolations();
        var last = Day("last_day", request.LastDay, wrong) ?? today;
        var first = Day("first_day", request.FirstDay, wrong) ?? last.AddDays(1 - UsualDays);
        if (!wrong.Any && (first > last || last.DayNumber - first.DayNumber >= MostDays))
            wrong.Add("first_day", $"Måste ligga högst {MostDays - 1} dagar före last_day, och inte efter den.",
                $"Must lie at most {MostDays - 1} days before last_day, and not after it.");
        if (!Enum.IsDefined(request.Type))
            wrong.Add("type", "Okänd typ.", "Unknown type.");
        wrong.ThrowIfAny();
        return new(first, last);
    }

    /// <summary>The same days as whole months, where there are such, and single days before and after.</summary>
    public IEnumerable<(Span Span, DateOnly From, DateOnly To)> Parts
    {
        get
        {
            var firstMonth = First.Day == 1 ? First : First.AddDays(1 - First.Day).AddMonths(1);
            var afterMonths = Last.AddDays(1).AddDays(1 - Last.AddDays(1).Day);
            if (firstMonth >= afterMonths)
            {
                yield return (Span.Day, First, Last);
                yield break;
            }
            if (First < firstMonth) yield return (Span.Day, First, firstMonth.AddDays(-1));
            yield return (Span.Month, firstMonth, afterMonths.AddDays(-1));
            if (afterMonths <= Last) yield return (Span.Day, afterMonths, Last);
        }
    }

    private static DateOnly? Day(string field, string text, FieldViolations wrong)
    {
        if (text.Length == 0) return null;
        // far enough from the calendar's ends for all that is reckoned from there
        if (Times.TryReadDay(text, out var day) && day.Year is >= 2000 and < 2200) return day;

        wrong.Add(field, "Ett datum som 2026-03-01, från år 2000 till 2199.", "A date such as 2026-03-01, from the year 2000 to 2199.");
        return null;
    }
}
