using WorkOrders.Server.Store;

namespace WorkOrders.Server.Feed;

/// <summary>A scope as the database understands it: by indexed columns.</summary>
internal static class ScopeQueries
{
    /// <summary>
    /// A contractor's part of the log is two ranges of two indexes, which the database merges: what it sees from then
    /// on, and by what it lost sight. What a landlord's filter leaves out is left out by <see cref="Scope.ChangeBy"/>.
    /// </summary>
    public static IQueryable<EventRow> Within(this IQueryable<EventRow> events, Scope scope) => scope.Contractor is { } contractor
        ? events.Where(e => e.VisibleAfter == contractor)
            .Concat(events.Where(e => e.VisibleBefore == contractor && (e.VisibleAfter == null || e.VisibleAfter != contractor)))
        : events;

    public static IQueryable<WorkOrderRow> Within(this IQueryable<WorkOrderRow> orders, Scope scope)
    {
        var (contractors, numbers) = (scope.Filter.ContractorIds.ToList(), scope.Filter.Numbers.ToList());
        var types = scope.Filter.Types_.Select(t => (int)t).ToList();

        if (scope.Contractor is { } contractor) orders = orders.Where(o => o.VisibleTo == contractor);
        else if (contractors.Count > 0) orders = orders.Where(o => contractors.Contains(o.VisibleTo!));
        if (types.Count > 0) orders = orders.Where(o => types.Contains(o.Type));
        if (numbers.Count > 0) orders = orders.Where(o => numbers.Contains(o.Number));
        return orders;
    }
}
