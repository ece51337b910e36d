using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Calendar;

/// <summary>
/// How long each priority may take: hours of working time, but for an emergency, whose hours are hours of the clock. Settings:
/// <c>Deadlines</c>. An order keeps what was reckoned for it until something happens that moves it.
/// </summary>
internal sealed class DeadlineSettings
{
    /// <summary>Akut: hours of the clock until the first contact with the tenant.</summary>
    [Range(1, 2_000)]
    public int EmergencyContactHours { get; set; } = 1;

    /// <summary>Akut: hours of the clock until it is done.</summary>
    [Range(1, 2_000)]
    public int EmergencyCompletionHours { get; set; } = 8;

    /// <summary>Brådskande: working hours until the first contact with the tenant.</summary>
    [Range(1, 2_000)]
    public int UrgentContactHours { get; set; } = 4;

    /// <summary>Brådskande: working hours until it is done.</summary>
    [Range(1, 2_000)]
    public int UrgentCompletionHours { get; set; } = 16;

    /// <summary>Normal: working hours until the first contact with the tenant.</summary>
    [Range(1, 2_000)]
    public int NormalContactHours { get; set; } = 16;

    /// <summary>Normal: working hours until it is done.</summary>
    [Range(1, 2_000)]
    public int NormalCompletionHours { get; set; } = 80;

    /// <summary>Planerad: working hours until the first contact with the tenant.</summary>
    [Range(1, 2_000)]
    public int PlannedContactHours { get; set; } = 40;

    /// <summary>Planerad: working hours until it is done.</summary>
    [Range(1, 2_000)]
    public int PlannedCompletionHours { get; set; } = 240;
}
