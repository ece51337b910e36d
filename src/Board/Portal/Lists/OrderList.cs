using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Lists;

/// <summary>
/// What a page of a list shows. A bundle stands where its first order stands and is whole there, though a page may end
/// amid it; later pages say so instead of showing its orders again. So over all pages each order is shown once.
/// </summary>
internal sealed record OrderList(IReadOnlyList<ListEntry> Entries)
{
    /// <summary>The orders that are shown.</summary>
    public IReadOnlyList<WorkOrder> Orders { get; } =
        [.. Entries.SelectMany(e => e switch { ListEntry.Alone a => [a.Order], ListEntry.Together t => t.Orders, _ => Array.Empty<WorkOrder>() })];

    /// <summary>How many orders are shown.</summary>
    public int Count => Orders.Count;

    /// <summary>Every order that is shown or spoken of.</summary>
    public IReadOnlySet<long> Numbers { get; } = Entries.SelectMany(e => e switch
    {
        ListEntry.Alone a => [a.Order.Number],
        ListEntry.Together t => t.Orders.Select(o => o.Number),
        ListEntry.Earlier e2 => e2.Numbers,
        _ => [],
    }).ToHashSet();

    /// <param name="page">The orders of the page, as the server has sorted them.</param>
    /// <param name="bundled">All orders of the list that are in one of the page's bundles, sorted alike; none if the page is the whole list.</param>
    public static OrderList Of(IReadOnlyList<WorkOrder> page, IReadOnlyList<WorkOrder> bundled)
    {
        var here = page.Select(o => o.Number).ToHashSet();
        var known = bundled.Select(o => o.Number).ToHashSet();
        // asked for a moment later, a bundle may have lost an order that the page still has
        var bundles = bundled.Concat(page.Where(o => !known.Contains(o.Number)))
            .GroupBy(BundleKey.Of).Where(g => g.Key is not null).ToDictionary(g => g.Key!, g => g.ToList());

        List<ListEntry> entries = [];
        var seen = new HashSet<BundleKey>();
        foreach (var order in page)
        {
            if (BundleKey.Of(order) is not { } key || bundles[key].Count == 1)
                entries.Add(new ListEntry.Alone(order));
            else if (seen.Add(key))
                entries.Add(here.Contains(bundles[key][0].Number)
                    ? new ListEntry.Together(key, bundles[key])
                    : new ListEntry.Earlier(key, [.. bundles[key].Where(o => here.Contains(o.Number)).Select(o => o.Number)]));
        }
        return new(entries);
    }
}
