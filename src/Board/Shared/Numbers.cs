using System.Globalization;

namespace WorkOrders.Board.Shared;

/// <summary>Counts and ages as Swedes write them.</summary>
public static class Numbers
{
    // a narrow no-break space between the thousands
    private static readonly NumberFormatInfo Swedish = new() { NumberGroupSeparator = "\u202f", NumberGroupSizes = [3] };

    public static string Count(int count) => Math.Max(0, count).ToString("#,0", Swedish);

    /// <summary>How long ago, in the largest units that matter: `12 s`, `4 min`, `3 h 05 min`, `14 h`, `2 d 7 h`, `31 d`.</summary>
    public static string Age(TimeSpan age, Words words) => age switch
    {
        { TotalMinutes: < 1 } => words.Format("Age.Seconds", Math.Max(0, (int)age.TotalSeconds)),
        { TotalHours: < 1 } => words.Format("Age.Minutes", age.Minutes),
        { TotalHours: < 10 } => words.Format("Age.Hours", age.Hours, age.Minutes),
        { TotalDays: < 1 } => words.Format("Age.ManyHours", age.Hours),
        { TotalDays: < 10 } => words.Format("Age.Days", age.Days, age.Hours),
        _ => words.Format("Age.ManyDays", age.Days),
    };

    /// <summary>How long people have worked, in hours: `12 h 05 min`. A day of work is no day of the clock.</summary>
    public static string Worked(TimeSpan time, Words words) => time.TotalHours < 1
        ? words.Format("Age.Minutes", Math.Max(0, time.Minutes))
        : words.Format("Age.Hours", (int)time.TotalHours, time.Minutes);
}
