using static WorkOrders.Domain.WorkOrderStatus;

namespace WorkOrders.Domain;

/// <summary>What of an order somebody may read. Everything that leaves the server as an order goes through here.</summary>
public static class Disclosure
{
    /// <summary>The order without what is withheld from the reader; null if the reader doesn't see it at all.</summary>
    public static WorkOrder? Of(WorkOrder order, Actor reader, DateOnly today)
    {
        if (!reader.Sees(order)) return null;

        return reader.Role switch
        {
            ActorRole.Orderer or ActorRole.Dispatcher => order,
            ActorRole.Contractor => WithTenant(order, ContractorSeesTenant(order, today)) with
            {
                // of another contractor nothing, even where the two have had the same order
                FoundBy = reader.Is(order.FoundBy) ? order.FoundBy : null,
                Questions = [.. order.Questions.Where(q => reader.Is(q.AskedBy.Contractor))],
                FailedVisits = [.. order.FailedVisits.Where(v => reader.Is(v.By.Contractor))],
            },
            _ => WithTenant(order, false),
        };
    }

    /// <summary>While the order is with the contractor, and as long after completion as its lists show it.</summary>
    public static bool ContractorSeesTenant(WorkOrder order, DateOnly today) => order.Status switch
    {
        Ordered or Accepted => true,
        Completed or Invoiced => order.CompletedOn >= ContractorLists.EarliestCompletedOn(today),
        _ => false,
    };

    private static WorkOrder WithTenant(WorkOrder order, bool shown) => shown ? order : order with { Tenant = null, Access = null };
}
