using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;
using WorkOrders.V1;

namespace WorkOrders.Server.Accounts;

/// <summary>The contractors with whom an order can be placed.</summary>
internal sealed class Contractors(IDbContextFactory<WorkOrdersContext> contexts)
{
    private static readonly StringComparer Alphabetical = StringComparer.Create(new("sv-SE"), ignoreCase: true);

    public async Task<IEnumerable<ContractorReference>> ListAsync(CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        var rows = await context.Contractors.Where(c => !c.Disabled).ToListAsync(stop);
        // SQLite sorts Å, Ä and Ö by their code points
        return rows.OrderBy(c => c.Name, Alphabetical).Select(c => new ContractorReference { Id = c.Id, Name = c.Name });
    }

    /// <summary>Whether a contractor's people and systems are kept out. The landlord's have none.</summary>
    public async Task<bool> IsDisabledAsync(string? id, CancellationToken stop)
    {
        if (id is null)
            return false;
        await using var context = await contexts.CreateDbContextAsync(stop);
        return await context.Contractors.AnyAsync(c => c.Id == id && c.Disabled, stop);
    }

    /// <summary>Adds a contractor, unless it is there.</summary>
    public async Task AddAsync(string id, string name, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        if (await context.Contractors.AnyAsync(c => c.Id == id, stop))
            return;
        context.Add(new ContractorRow { Id = id, Name = name });
        await context.SaveChangesAsync(stop);
    }
}
