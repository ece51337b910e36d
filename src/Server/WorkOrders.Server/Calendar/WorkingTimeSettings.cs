using System.ComponentModel;

namespace WorkOrders.Server.Calendar;

/// <summary>When people are at work, by the Swedish clock, from Monday to Friday but for holidays. Settings: <c>WorkingTime</c>.</summary>
internal sealed class WorkingTimeSettings
{
    /// <summary>From when on in the morning a clock runs.</summary>
    [Description("a time of day such as 08:00")]
    public TimeOnly Opens { get; set; } = new(8, 0);

    /// <summary>Until when it runs; after <see cref="Opens"/>. With eight hours between them, 8 hours are a day.</summary>
    [Description("a time of day such as 16:00")]
    public TimeOnly Closes { get; set; } = new(16, 0);
}
