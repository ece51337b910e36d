namespace WorkOrders.Server.Store;

/// <summary>From where on a contractor may read an order's log.</summary>
internal static class Sight
{
    /// <summary>The version with which the order came to the contractor, the last time that it did: what was before is others'.</summary>
    /// <param name="log">The events of an order that the contractor sees now.</param>
    /// <param name="contractor">The contractor's id.</param>
    public static int CameTo(this IQueryable<EventRow> log, string contractor) =>
        log.Where(e => e.VisibleAfter == contractor && (e.VisibleBefore == null || e.VisibleBefore != contractor)).Max(e => e.OrderVersion);
}
