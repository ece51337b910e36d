using WorkOrders.Server.Store;

namespace WorkOrders.Server.Queries;

/// <summary>Which orders, as the database understands it. Read by <see cref="ListRequests"/>, which has checked it.</summary>
internal sealed record OrderFilter
{
    /// <summary>COMPLETED, written out: an index for it alone is found only if the query has the number in it.</summary>
    public const int Completed = 5;

    private static readonly int[] AllStatuses = [.. Enumerable.Range(1, 7)], AllTypes = [.. Enumerable.Range(1, 6)];

    public IReadOnlyList<int> Statuses { get; init; } = [];
    public IReadOnlyList<int> Types { get; init; } = [];
    public string? Contractor { get; init; }
    public string? Bundle { get; init; }
    public IReadOnlyList<string> Bundles { get; init; } = [];
    public string? ObjectNumber { get; init; }
    public string? OrdererAccount { get; init; }
    public string? Text { get; init; }
    public bool OpenQuestion { get; init; }
    public bool Overdue { get; init; }
    public V1.Attention Attention { get; init; }

    /// <summary>The instant before which an order was placed that is forgotten if nobody has accepted it.</summary>
    public long ForgottenBefore { get; init; }

    /// <summary>Whether every order that it lets through has the key.</summary>
    public bool Implies(ListKey key) => key switch
    {
        ListKey.Number => true,
        ListKey.DueAt => Overdue || Attention is V1.Attention.Overdue,
        ListKey.DeclinedAt => Attention is V1.Attention.Declined,
        ListKey.OrderedAt => Attention is V1.Attention.Forgotten,
        ListKey.Waiting => OpenQuestion,
        _ => false,
    };

    /// <summary>
    /// The orders, in one part or in several. Several, of one status and one type each, if an index gives each in the
    /// order of the list: together they would be sorted whole, up to all that were ever invoiced, to show one page.
    /// </summary>
    public IReadOnlyList<IQueryable<WorkOrderRow>> Parts(WorkOrdersContext context, Reader reader, ListKey key)
    {
        var orders = Narrowed(context, reader);
        if (key is not ListKey.Number || IsSelective || (Statuses.Count == 0 && Types.Count == 0)) return [OfStatusesAndTypes(orders)];

        return [.. from status in Statuses.Count > 0 ? Statuses : AllStatuses
                   from type in Types.Count > 0 ? Types : AllTypes
                   select orders.Where(o => o.Status == status && o.Type == type)];
    }

    /// <summary>Leaves few orders, which are found by what they have in common and sorted.</summary>
    private bool IsSelective => Bundle is not null || Bundles.Count > 0 || ObjectNumber is not null || Text is not null || OpenQuestion || Overdue
        || Attention is V1.Attention.Declined or V1.Attention.Forgotten or V1.Attention.Overdue;

    private IQueryable<WorkOrderRow> Narrowed(WorkOrdersContext context, Reader reader)
    {
        var orders = context.WorkOrders.AsQueryable();
        if (reader.Contractor is { } own)
        {
            var earliest = reader.EarliestCompletedOn;
            orders = orders.Where(o => o.VisibleTo == own && (o.Status != Completed || o.CompletedOn >= earliest));
        }
        if (Contractor is { } contractor) orders = orders.Where(o => o.ContractorId == contractor);
        if (Bundle is { } bundle) orders = orders.Where(o => o.BundleBase == bundle);
        if (Bundles.Count > 0) orders = orders.Where(o => Bundles.Contains(o.BundleBase!));
        if (ObjectNumber is { } number) orders = orders.Where(o => o.ObjectNumber == number);
        if (OrdererAccount is { } account) orders = orders.Where(o => o.OrdererAccount == account);
        if (OpenQuestion) orders = orders.Where(o => o.OldestOpenQuestionAt != null);
        if (Overdue) orders = orders.Overdue(reader.Now);
        orders = orders.Waiting(Attention, ForgottenBefore, reader.Now);
        return Text is null ? orders : orders.Matching(Text, context, reader);
    }

    private IQueryable<WorkOrderRow> OfStatusesAndTypes(IQueryable<WorkOrderRow> orders)
    {
        if (Statuses.Count > 0) orders = orders.Where(o => Statuses.Contains(o.Status));
        if (Types.Count > 0) orders = orders.Where(o => Types.Contains(o.Type));
        return orders;
    }
}
