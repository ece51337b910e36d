using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Accounts.Pairing;

/// <summary>How screens are paired. Settings: <c>Pairing</c>.</summary>
internal sealed class PairingSettings
{
    /// <summary>How long a code stands on a screen that nobody approves; then another one does.</summary>
    [Range(1, 60)]
    public int CodeMinutes { get; set; } = 10;

    /// <summary>How often a screen that waits should ask.</summary>
    [Range(1, 60)]
    public int PollSeconds { get; set; } = 3;

    /// <summary>Codes a minute for one address, after <see cref="CodeBurst"/> at once.</summary>
    [Range(1, 10_000)]
    public int CodesPerMinute { get; set; } = 6;

    [Range(1, 10_000)]
    public int CodeBurst { get; set; } = 20;

    /// <summary>Codes that are good at the same time, of all addresses: anybody may ask for one.</summary>
    [Range(1, 100_000)]
    public int MaximumCodes { get; set; } = 2_000;

    /// <summary>Codes a minute that one account may get wrong, after <see cref="WrongCodeBurst"/> at once.</summary>
    [Range(1, 10_000)]
    public int WrongCodesPerMinute { get; set; } = 6;

    [Range(1, 10_000)]
    public int WrongCodeBurst { get; set; } = 10;
}
