using WorkOrders.Board.Portal;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Orders;

/// <summary>A group as it is shown: some of its orders, and how many there are if that is known.</summary>
public sealed record ShownGroup(Attention Attention, IReadOnlyList<WorkOrder> Orders, int? Total);

/// <summary>What the dispatcher sees of an address, worst first.</summary>
/// <param name="ForgottenHours">After how many hours of working time an order counts as forgotten; null where that isn't told.</param>
/// <param name="NextToken">Of the last group; empty after its last page.</param>
internal sealed record DispatchView(
    DispatchAddress Address, IReadOnlyList<ShownGroup> Groups, int? ForgottenHours, string NextToken, long Revision)
{
    public IEnumerable<WorkOrder> Orders => Groups.SelectMany(g => g.Orders);

    /// <summary>In the order in which they stand.</summary>
    public IReadOnlyList<long> Numbers { get; } = [.. Groups.SelectMany(g => g.Orders).Select(o => o.Number)];

    /// <summary>Notes and questions move no order from group to group: they matter where they are shown.</summary>
    public bool Concerns(FeedItem item) => Numbers.Contains(PortalFeed.NumberOf(item))
        || item.Event?.KindCase is not (WorkOrderEvent.KindOneofCase.NoteAdded or WorkOrderEvent.KindOneofCase.QuestionAsked
            or WorkOrderEvent.KindOneofCase.QuestionAnswered or WorkOrderEvent.KindOneofCase.MessageSent
            or WorkOrderEvent.KindOneofCase.TenantContactUpdated);
}

/// <summary>Asks the server for what an address shows.</summary>
internal sealed class DispatchReader(DispatchService.DispatchServiceClient desk, WorkOrderService.WorkOrderServiceClient orders)
{
    /// <summary>Of each group that waits: the rest of it is a page of its own.</summary>
    public const int GroupSize = 20;

    public async Task<DispatchView> ReadAsync(DispatchAddress address, CancellationToken stop)
    {
        var group = address.Group is Attention.Unspecified ? Attention.None : address.Group;
        List<ShownGroup> groups = [];
        var (hours, revision) = ((int?)null, long.MaxValue);
        // the further pages are the rest's
        if (address.Group is Attention.Unspecified && address.List.Page.IsFirst)
        {
            var waiting = await desk.ListAttentionAsync(new() { Filter = address.ToFilter(), PageSize = GroupSize }, cancellationToken: stop);
            groups.AddRange(waiting.Groups.Select(g => new ShownGroup(g.Attention, g.WorkOrders, g.Total)));
            (hours, revision) = (waiting.ForgottenHours, waiting.Revision);
        }
        var page = await orders.ListWorkOrdersAsync(address.ToRequest(group), cancellationToken: stop);
        // what has gone from one group to another between the two answers stands once
        var seen = groups.SelectMany(g => g.Orders).Select(o => o.Number).ToHashSet();
        groups.Add(new(group, [.. page.WorkOrders.Where(o => !seen.Contains(o.Number))], null));
        return new(address, groups, hours, page.NextPageToken, Math.Min(revision, page.Revision));
    }
}
