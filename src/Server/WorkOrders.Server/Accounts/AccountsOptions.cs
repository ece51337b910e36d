using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Accounts;

/// <summary>How people and machines sign in. Settings: <c>Accounts</c>.</summary>
internal sealed class AccountsOptions
{
    /// <summary>The guide's limit.</summary>
    [Range(8, 256)]
    public int MaximumPasswordLength { get; set; } = 30;

    /// <summary>
    /// How long the landlord's first password can be used. It travels on paper or in a mail: whoever finds it late finds
    /// nothing.
    /// </summary>
    [Range(1, 90)]
    public int FirstPasswordDays { get; set; } = 7;

    /// <summary>How long a wall board's session lives that nobody uses. A used one is prolonged: walls must outlive a summer.</summary>
    [Range(1, 400)]
    public int WallSessionDays { get; set; } = 90;

    /// <summary>How long anybody else's session lives that nobody uses. It ends with the browser, too.</summary>
    [Range(1, 9_600)]
    public int SessionHours { get; set; } = 12;

    /// <summary>How old the knowledge may be that a session's account still exists as it was.</summary>
    [Range(0, 3_600)]
    public int SessionCheckSeconds { get; set; } = 5;

    /// <summary>
    /// How long a machine client's old secret stays good beside a new one, so that its system can be changed over without
    /// standing still; 0: not at all.
    /// </summary>
    [Range(0, 720)]
    public int SecretOverlapHours { get; set; } = 24;

    /// <summary>How long a machine client's token lives.</summary>
    [Range(1, 60)]
    public int TokenMinutes { get; set; } = 10;

    /// <summary>
    /// Failed sign-ins and refused client secrets a minute from one address, after <see cref="FailedSignInBurst"/> at
    /// once.
    /// </summary>
    [Range(1, 100_000)]
    public int FailedSignInsPerMinute { get; set; } = 6;

    [Range(1, 100_000)]
    public int FailedSignInBurst { get; set; } = 10;
}
