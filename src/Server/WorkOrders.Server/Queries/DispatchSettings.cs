using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Queries;

/// <summary>What waits for a dispatcher. Settings: <c>Dispatch</c>.</summary>
internal sealed class DispatchSettings
{
    /// <summary>After how many hours of working time an order that nobody has accepted counts as forgotten.</summary>
    [Range(1, 2_000)]
    public int ForgottenHours { get; set; } = 8;
}
