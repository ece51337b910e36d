namespace WorkOrders.Domain;

/// <summary>
/// An orderer is away on these Swedish days, both included. A deputy answers meanwhile, or without one the whole team.
/// </summary>
public sealed record Absence(DateOnly From, DateOnly Until, Deputy? Deputy = null)
{
    /// <summary>Nobody is away for longer without saying so again: a deputy that was forgotten would answer for ever.</summary>
    public const int LongestDays = 366;

    public bool Covers(DateOnly day) => From <= day && day <= Until;
}

/// <summary>Who answers in somebody's place.</summary>
public sealed record Deputy(string AccountId, string Name);

/// <summary>An orderer's desk: the team that it belongs to (empty: none), and who answers there while the orderer is away.</summary>
public sealed record Desk(string AccountId, string Team = "", Absence? Absence = null);
