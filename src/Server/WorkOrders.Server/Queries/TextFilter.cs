using WorkOrders.Server.Store;

namespace WorkOrders.Server.Queries;

/// <summary>Orders by the words in them.</summary>
internal static class TextFilter
{
    /// <summary>How many orders a word may be in to be looked up there first.</summary>
    private const int Rare = 1_000;

    /// <summary>
    /// Rare words are found first, and their orders then looked at. Common ones are asked of each order as it comes,
    /// newest first: to collect half a million numbers for one page would take long. A tenant's name finds no order whose
    /// tenant the contractor may no longer see.
    /// </summary>
    public static IQueryable<WorkOrderRow> Matching(this IQueryable<WorkOrderRow> orders, string text, WorkOrdersContext context, Reader reader)
    {
        var found = context.Matching(text);
        var foundWithoutTenant = context.Matching(text, withTenant: false);
        var earliest = reader.EarliestCompletedOn;

        var numbers = found.Take(Rare).ToList();
        if (numbers.Count < Rare)
        {
            orders = orders.Where(o => numbers.Contains(o.Number));
            if (reader.Contractor is null) return orders;

            var withoutTenant = foundWithoutTenant.Take(Rare).ToList();
            return orders.Where(o => withoutTenant.Contains(o.Number)
                || o.Status == 2 || o.Status == 3 || (o.Status >= OrderFilter.Completed && o.CompletedOn >= earliest));
        }

        if (reader.Contractor is null) return orders.Where(o => found.Any(n => n == o.Number));

        return orders.Where(o => foundWithoutTenant.Any(n => n == o.Number)
            || ((o.Status == 2 || o.Status == 3 || (o.Status >= OrderFilter.Completed && o.CompletedOn >= earliest)) && found.Any(n => n == o.Number)));
    }
}
