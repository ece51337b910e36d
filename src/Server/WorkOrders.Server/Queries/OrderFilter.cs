using WorkOrders.Server.Store;

namespace WorkOrders.Server.Queries;

/// <summary>Which orders, as the database understands it. Read by <see cref="ListRequests"/>, which has checked it.</summary>
internal sealed record OrderFilter
{
    /// <summary>COMPLETED, written out: an index for it alone is found only if the query has the number in it.</summary>
    public const int Completed = 5;

    /// <summary>Below it are the statuses of what is still to be done.</summary>
    public const int FirstDone = Completed;

    public IReadOnlyList<int> Statuses { get; init; } = [];
    public IReadOnlyList<int> Types { get; init; } = [];
    public string? Contractor { get; init; }
    public string? Bundle { get; init; }
    public string? ObjectNumber { get; init; }
    public string? OrdererAccount { get; init; }
    public string? Text { get; init; }
    public bool OpenQuestion { get; init; }
    public bool Overdue { get; init; }

    /// <summary>Leaves a part of all orders that may still be large.</summary>
    public bool IsOfOneParty => Contractor is not null || OrdererAccount is not null;

    /// <summary>Whether every order that it lets through has the key.</summary>
    public bool Implies(ListKey key) => key switch
    {
        ListKey.Number => true,
        ListKey.PlannedFor => Overdue,
        ListKey.Waiting => OpenQuestion,
        _ => false,
    };

    public IQueryable<WorkOrderRow> Apply(WorkOrdersContext context, Reader reader)
    {
        var orders = context.WorkOrders.AsQueryable();
        if (reader.Contractor is { } own) orders = orders.Where(o => o.VisibleTo == own);
        if (Contractor is { } contractor) orders = orders.Where(o => o.ContractorId == contractor);
        if (Bundle is { } bundle) orders = orders.Where(o => o.BundleBase == bundle);
        if (ObjectNumber is { } number) orders = orders.Where(o => o.ObjectNumber == number);
        if (OrdererAccount is { } account) orders = orders.Where(o => o.OrdererAccount == account);
        if (OpenQuestion) orders = orders.Where(o => o.OldestOpenQuestionAt != null);
        if (Overdue) orders = orders.Where(o => o.Status < FirstDone && o.PlannedFor < reader.Today);
        return Text is null ? orders : Matching(orders, context, reader);
    }

    /// <summary>A tenant's name finds no order whose tenant the contractor may no longer see.</summary>
    private IQueryable<WorkOrderRow> Matching(IQueryable<WorkOrderRow> orders, WorkOrdersContext context, Reader reader)
    {
        var found = context.Matching(Text!);
        if (reader.Contractor is null) return orders.Where(o => found.Contains(o.Number));

        var foundWithoutTenant = context.Matching(Text!, withTenant: false);
        var earliest = reader.EarliestCompletedOn;
        return orders.Where(o => foundWithoutTenant.Contains(o.Number)
            || (found.Contains(o.Number) && (o.Status == 2 || o.Status == 3 || (o.Status >= Completed && o.CompletedOn >= earliest))));
    }
}
