namespace WorkOrders.Domain;

/// <summary>
/// Who may answer whose questions on one day, and for whom they wait: the one place that says so. A question is its orderer's,
/// away or not; a deputy's or the team's as long as the orderer is away; and a dispatcher's at any time. A deputy who is away
/// too has no deputy here: then the orderer, a dispatcher or the clock must help.
/// </summary>
public sealed class StandIns
{
    private readonly Dictionary<string, Desk> _away;
    private readonly Dictionary<string, string> _teams;

    public StandIns(IEnumerable<Desk> desks, DateOnly day)
    {
        var all = desks.ToList();
        _away = all.Where(d => d.Absence?.Covers(day) is true).ToDictionary(d => d.AccountId);
        _teams = all.Where(d => d.Team.Length > 0).ToDictionary(d => d.AccountId, d => d.Team);
    }

    /// <summary>Everybody is here.</summary>
    public static StandIns None { get; } = new([], default);

    /// <summary>Whether somebody may answer questions on that orderer's orders; null is the orderer of none.</summary>
    public bool MayAnswer(Actor by, Orderer? orderer) => by.Role is ActorRole.Dispatcher
        || (by.Role is ActorRole.Orderer && orderer is not null && (by.AccountId == orderer.AccountId || StandsIn(by.AccountId, orderer.AccountId)));

    /// <summary>The accounts whose questions wait for this one: its own, and those it stands in for.</summary>
    public IReadOnlyList<string> AnsweredBy(string account) =>
        [account, .. _away.Keys.Where(orderer => orderer != account && StandsIn(account, orderer)).Order(StringComparer.Ordinal)];

    public WaitsFor WaitsFor(Orderer? orderer)
    {
        if (orderer is null) return new(WaitsForKind.Dispatch, "");
        if (!_away.TryGetValue(orderer.AccountId, out var desk)) return new(WaitsForKind.Orderer, orderer.Name);

        var until = desk.Absence!.Until;
        return desk.Absence.Deputy is { } deputy ? new(WaitsForKind.Deputy, deputy.Name, until)
            : desk.Team.Length > 0 ? new(WaitsForKind.Team, desk.Team, until)
            : new(WaitsForKind.Orderer, orderer.Name, until);
    }

    private bool StandsIn(string account, string orderer) => _away.TryGetValue(orderer, out var desk)
        && (desk.Absence!.Deputy is { } deputy
            ? deputy.AccountId == account
            : desk.Team.Length > 0 && _teams.GetValueOrDefault(account) == desk.Team);
}

/// <summary>For whom a question waits.</summary>
/// <param name="Name">Of the orderer, the deputy or the team.</param>
/// <param name="AwayUntil">The last day on which the orderer is away; null if it isn't.</param>
public sealed record WaitsFor(WaitsForKind Kind, string Name, DateOnly? AwayUntil = null);

public enum WaitsForKind { Orderer, Deputy, Team, Dispatch }
