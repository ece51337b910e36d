using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Lists;

/// <summary>A page of a list with its bundles whole, as of a revision.</summary>
/// <param name="NextToken">Empty after the last page.</param>
/// <param name="Unseen">Orders that <i>Acceptera alla</i> would accept too, though the list's filter hides them.</param>
internal sealed record ReadList(ListAddress Address, OrderList List, string NextToken, ILookup<BundleKey, long> Unseen, long Revision)
{
    /// <summary>Whether the list may look otherwise after this.</summary>
    public bool Concerns(FeedItem item)
    {
        if (List.Numbers.Contains(PortalFeed.NumberOf(item)))
            return true;
        // of an order that isn't shown, what can be told without asking: whether it stands where the list looks
        var summary = item.Event?.Summary ?? item.State?.Summary;
        return item.Left is null && (summary is null || Address.IsNarrow || Address.Statuses.IsEmpty || Address.Statuses.Contains(summary.Status));
    }
}

/// <summary>Asks the server for lists.</summary>
internal sealed class ListReader(WorkOrderService.WorkOrderServiceClient orders)
{
    private const int MostAtATime = 200;

    public async Task<ReadList> ReadAsync(ListAddress address, CancellationToken stop)
    {
        var page = await orders.ListWorkOrdersAsync(address.ToRequest(), cancellationToken: stop);
        var revision = page.Revision;

        // what the page's ends may have cut off; a list of one bundle is paged like any other
        List<WorkOrder> bundled = [];
        if ((page.NextPageToken.Length > 0 || !address.Page.IsFirst) && address.Bundle.Length == 0)
            bundled = await BundledAsync(address.ToFilter(), page.WorkOrders);
        var list = OrderList.Of(page.WorkOrders, bundled);

        // what a narrow list hides and would be accepted all the same
        var acceptable = list.Entries.OfType<ListEntry.Together>().Where(t => t.MayBeAccepted).SelectMany(t => t.Orders).ToList();
        List<WorkOrder> waiting = address.IsNarrow && acceptable.Count > 0
            ? await BundledAsync(new() { Statuses = { WorkOrderStatus.Ordered } }, acceptable)
            : [];
        var unseen = waiting.Where(o => !list.Numbers.Contains(o.Number)).ToLookup(o => BundleKey.Of(o)!, o => o.Number);

        return new(address, list, page.NextPageToken, unseen, revision);

        async Task<List<WorkOrder>> BundledAsync(WorkOrderFilter filter, IEnumerable<WorkOrder> of)
        {
            filter.BundleNumbers.AddRange(of.Select(o => BundleKey.Of(o)?.Number).OfType<string>().Distinct());
            List<WorkOrder> all = [];
            if (filter.BundleNumbers.Count == 0)
                return all;
            var token = "";
            do
            {
                var answer = await orders.ListWorkOrdersAsync(
                    new() { Filter = filter, OrderBy = address.OrderBy, PageSize = MostAtATime, PageToken = token }, cancellationToken: stop);
                all.AddRange(answer.WorkOrders);
                revision = Math.Min(revision, answer.Revision);
                token = answer.NextPageToken;
            }
            while (token.Length > 0);
            return all;
        }
    }
}
