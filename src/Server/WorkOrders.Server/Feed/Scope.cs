using WorkOrders.Server.Store;
using WorkOrders.V1;

namespace WorkOrders.Server.Feed;

/// <summary>How much of an event is told.</summary>
internal enum Audience { Full, Wall, Tenant }

/// <summary>
/// Which part of the log somebody follows: what the caller may see, narrowed by what the caller asked for. An order is
/// with a contractor as long as that contractor sees it.
/// </summary>
internal sealed record Scope
{
    /// <summary>The contractor whose orders alone are in scope; null for the landlord and its walls, who see all.</summary>
    public string? Contractor { get; init; }
    public Audience Audience { get; init; }

    /// <summary>As asked for within what the caller may see; empty lists leave nothing out.</summary>
    public FeedFilter Filter { get; init; } = new();

    /// <summary>Whether it is told when somebody else answers somebody's questions: the landlord's people are.</summary>
    public bool SeesDesks => Contractor is null && Audience is Audience.Full;

    private HashSet<string> Contractors => field ??= [.. Filter.ContractorIds];
    private HashSet<int> Types => field ??= [.. Filter.Types_.Select(t => (int)t)];
    private HashSet<long> Numbers => field ??= [.. Filter.Numbers];

    /// <summary>How an event moves its order in or out of the scope; UNSPECIFIED if it is none of the scope's business.</summary>
    public ScopeChange ChangeBy(EventRow e)
    {
        if (Types.Count > 0 && !Types.Contains(e.Type)) return ScopeChange.Unspecified;
        if (Numbers.Count > 0 && !Numbers.Contains(e.Number)) return ScopeChange.Unspecified;

        return (e.OrderVersion > 1 && Has(e.VisibleBefore), Has(e.VisibleAfter)) switch
        {
            (false, true) => ScopeChange.Entered,
            (true, true) => ScopeChange.Stayed,
            (true, false) => ScopeChange.Left,
            (false, false) => ScopeChange.Unspecified,
        };
    }

    private bool Has(string? visibleTo) =>
        Contractor is not null ? visibleTo == Contractor : Contractors.Count == 0 || (visibleTo is not null && Contractors.Contains(visibleTo));
}
