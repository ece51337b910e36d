using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;
using WorkOrders.V1;

namespace WorkOrders.Server.Queries;

/// <summary>The standard phrases of Notera.</summary>
internal sealed class Phrases(IDbContextFactory<WorkOrdersContext> contexts)
{
    public ListPhrasesResponse List()
    {
        using var context = contexts.CreateDbContext();
        return new()
        {
            Phrases =
            {
                context.Phrases.OrderBy(p => p.Position).AsEnumerable()
                    .Select(p => new Phrase { Text = p.Text, TenantVisible = p.TenantVisible, MeansContact = p.MeansContact }),
            },
        };
    }
}
