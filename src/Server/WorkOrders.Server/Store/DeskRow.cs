using WorkOrders.Domain;

namespace WorkOrders.Server.Store;

/// <summary>An orderer's desk: its team, and when it is away. There are as many as the landlord has people.</summary>
internal sealed class DeskRow
{
    /// <summary>The orderer's account. Key.</summary>
    public required string Account { get; init; }

    /// <summary>Empty: none.</summary>
    public string Team { get; set; } = "";

    /// <summary>The first day of absence; null if the orderer is not away, and not going to be.</summary>
    public DateOnly? AwayFrom { get; set; }
    public DateOnly? AwayUntil { get; set; }

    /// <summary>Null while the whole team stands in.</summary>
    public string? DeputyAccount { get; set; }
    public string DeputyName { get; set; } = "";

    /// <summary>Unix milliseconds; each change of any desk is later than those before.</summary>
    public long ChangedAt { get; set; }

    public Desk ToDesk() => new(Account, Team, AwayFrom is { } from && AwayUntil is { } until
        ? new(from, until, DeputyAccount is { } deputy ? new(deputy, DeputyName) : null)
        : null);

    public void Be(Absence? absence)
    {
        (AwayFrom, AwayUntil) = (absence?.From, absence?.Until);
        (DeputyAccount, DeputyName) = (absence?.Deputy?.AccountId, absence?.Deputy?.Name ?? "");
    }
}
