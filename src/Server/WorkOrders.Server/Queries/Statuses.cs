using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Queries;

/// <summary>Where many orders stand just now.</summary>
internal sealed class Statuses(IDbContextFactory<WorkOrdersContext> contexts)
{
    /// <summary>Of those that there are.</summary>
    public IReadOnlyDictionary<long, V1.WorkOrderStatus> Of(IReadOnlyCollection<long> numbers)
    {
        using var context = contexts.CreateDbContext();
        return context.WorkOrders.Where(o => numbers.Contains(o.Number)).Select(o => new { o.Number, o.Status })
            .ToDictionary(o => o.Number, o => (V1.WorkOrderStatus)o.Status);
    }
}
