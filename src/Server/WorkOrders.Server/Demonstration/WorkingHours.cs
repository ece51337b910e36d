namespace WorkOrders.Server.Demonstration;

/// <summary>Most things happen between seven and five on weekdays in Stockholm.</summary>
internal static class WorkingHours
{
    private const int Opens = 7, Closes = 17;
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The instant itself, or the next morning's hour and minutes if nobody works then.</summary>
    public static DateTimeOffset NotBefore(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Stockholm);
        if (local.Hour >= Closes)
            local = Morning(local.AddDays(1));
        else if (local.Hour < Opens)
            local = Morning(local);
        while (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            local = local.AddDays(1);
        return local.ToUniversalTime();
    }

    /// <summary>Not all at seven o'clock sharp: the first two hours, by the instant's own minutes and seconds.</summary>
    private static DateTimeOffset Morning(DateTimeOffset local) =>
        new DateTimeOffset(local.Date, local.Offset).AddHours(Opens).AddMinutes((2 * local.Minute) + (local.Second / 60.0));

    /// <summary>The log keeps whole milliseconds.</summary>
    public static DateTimeOffset ToWholeMilliseconds(this DateTimeOffset at) =>
        DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}
