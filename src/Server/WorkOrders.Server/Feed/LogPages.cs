using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Feed;

/// <summary>Reads from the disk what is no longer at hand: as much as a batch takes, and the reader is closed again.</summary>
internal sealed class LogPages(IDbContextFactory<WorkOrdersContext> contexts)
{
    /// <summary>Fills the batch with what comes after its position, up to a revision that is known to be durable.</summary>
    public void Read(Batch batch, long head)
    {
        using var context = contexts.CreateDbContext();
        var events = context.Events.AsNoTracking().Where(e => e.Revision > batch.Position && e.Revision <= head);
        foreach (var row in events.Within(batch.Scope).OrderBy(e => e.Revision).ThenBy(e => e.Index))
            if (!batch.TryAdd(new(row))) return;

        batch.ReachedThe(head);
    }
}
