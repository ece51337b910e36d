using WorkOrders.V1;

namespace WorkOrders.Board.Wall;

/// <summary>One contractor's row on the wall.</summary>
public sealed record ContractorCounts(string Id, string Name, StatusCounts Counts)
{
    public static ContractorCounts Of(ContractorMatrix row) => new(row.Contractor.Id, row.Contractor.Name, StatusCounts.Of(row.Matrix));

    public static ContractorCounts None(ContractorReference contractor) => new(contractor.Id, contractor.Name, new StatusCounts());

    /// <summary>Those with something on their hands; first whoever lets most orders wait.</summary>
    public static IReadOnlyList<ContractorCounts> WorstFirst(IEnumerable<ContractorCounts> contractors) =>
    [
        .. contractors.Where(c => c.Has(WorkOrderStatus.Ordered) || c.Has(WorkOrderStatus.Accepted))
            .OrderByDescending(c => c.Counts.Total(WorkOrderStatus.Ordered).Count)
            .ThenByDescending(c => c.Counts.Total(WorkOrderStatus.Accepted).Count)
            .ThenBy(c => c.Name, StringComparer.Ordinal),
    ];

    private bool Has(WorkOrderStatus status) => Counts.Total(status).Count > 0;
}
