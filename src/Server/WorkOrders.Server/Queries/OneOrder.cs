using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Queries;

/// <summary>One order. What is hidden from the reader and what does not exist are answered alike.</summary>
internal sealed class OneOrder(IDbContextFactory<WorkOrdersContext> contexts, TimeProvider clock, DeskBook? desks = null)
{
    private const int LongestReference = 64;

    public V1.GetWorkOrderResponse Get(long number, Actor reader)
    {
        using var context = contexts.CreateDbContext();
        using var snapshot = context.BeginSnapshot();
        var meta = context.LogMeta.Single();
        return new()
        {
            WorkOrder = Find(context, number, reader) ?? throw Errors.WorkOrderNotFound(number),
            Revision = meta.Head,
            LogId = meta.LogId,
        };
    }

    public V1.WorkOrder LookUp(string reference, Actor reader)
    {
        using var context = contexts.CreateDbContext();
        return InvoiceReference.Parse(reference) is { } found && Find(context, found.Number, reader) is { } order
            ? order
            : throw Errors.InvoiceReferenceNotFound(reference.Length <= LongestReference ? reference : reference[..LongestReference]);
    }

    private V1.WorkOrder? Find(WorkOrdersContext context, long number, Actor reader)
    {
        // the same work is done for an order that is hidden as for one that isn't, but for writing the answer
        var row = context.WorkOrders.Include(o => o.TenantContact).SingleOrDefault(o => o.Number == number);
        return row is null ? null : Reader.Of(reader, clock, desks).Read(row);
    }
}
