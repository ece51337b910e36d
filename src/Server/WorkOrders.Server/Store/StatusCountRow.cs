namespace WorkOrders.Server.Store;

/// <summary>
/// How many orders of a contractor stand where. Kept right by triggers on <c>work_orders</c>, so that a matrix of a
/// million orders is read and not counted. A contractor's own matrix is counted: it shows completed orders for 30 days only.
/// </summary>
internal sealed class StatusCountRow
{
    /// <summary>With whom the orders are; empty for those that are with nobody.</summary>
    public required string ContractorId { get; init; }
    public required int Status { get; init; }
    public required int Type { get; init; }
    public required int Count { get; init; }
}
