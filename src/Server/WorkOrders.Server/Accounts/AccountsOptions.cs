using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Accounts;

/// <summary>How people and machines sign in. Settings: <c>Accounts</c>.</summary>
internal sealed class AccountsOptions
{
    /// <summary>The guide's limit.</summary>
    [Range(8, 256)]
    public int MaximumPasswordLength { get; set; } = 30;

    /// <summary>How long a session lives that nobody uses; used ones are prolonged. Wall boards must outlive a summer.</summary>
    [Range(1, 400)]
    public int SessionDays { get; set; } = 90;

    /// <summary>How old the knowledge may be that a session's account still exists as it was.</summary>
    [Range(0, 3_600)]
    public int SessionCheckSeconds { get; set; } = 5;

    /// <summary>How long a machine client's token lives.</summary>
    [Range(1, 60)]
    public int TokenMinutes { get; set; } = 10;
}
