using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Tenants;

/// <summary>Links that show an order to its tenant, and the page behind them. Settings: <c>Tenants</c>.</summary>
internal sealed class TenantSettings
{
    /// <summary>How long a link lives at most.</summary>
    [Range(1, 1_825)]
    public int LinkDays { get; set; } = 365;

    /// <summary>How long a link can be opened after its order was done or cancelled.</summary>
    [Range(1, 365)]
    public int DaysAfterClosing { get; set; } = 30;

    /// <summary>What links begin with, such as <c>https://service.example.se</c>; without it they are paths.</summary>
    [RegularExpression("https?://[^/?#]+"), Description("an address such as https://service.example.se, without a path")]
    public string PublicAddress { get; set; } = "";

    /// <summary>The landlord's name at the top of the page.</summary>
    [Required]
    public string Landlord { get; set; } = "Familjebostäder";

    /// <summary>The landlord's telephone number at the foot of the page; none if empty.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Links that lead nowhere which one address may try in a minute, after <see cref="MissBurst"/> at once.</summary>
    [Range(1, 10_000)]
    public int MissesPerMinute { get; set; } = 10;

    [Range(1, 10_000)]
    public int MissBurst { get; set; } = 20;

    /// <summary>Pages of one link that are live at a time.</summary>
    [Range(1, 1_000)]
    public int LivePagesPerLink { get; set; } = 8;
}
