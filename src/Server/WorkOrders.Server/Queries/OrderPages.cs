using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;
using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;
using WorkingCalendar = WorkOrders.Domain.WorkingCalendar;

namespace WorkOrders.Server.Queries;

/// <summary>Lists of orders, page by page, each page as of one revision.</summary>
internal sealed class OrderPages(
    IDbContextFactory<WorkOrdersContext> contexts, DispatchSettings settings, WorkingCalendar office, TimeProvider clock, DeskBook? desks = null)
{
    public ListWorkOrdersResponse List(ListWorkOrdersRequest request, Actor caller)
    {
        // 1. what is asked for
        var reader = Reader.Of(caller, clock, desks);
        var list = ListRequests.Read(request, reader, ForgottenBefore);

        // 2. which orders: one more than fit tells whether there are more
        using var context = contexts.CreateDbContext();
        using var snapshot = context.BeginSnapshot();
        var meta = context.LogMeta.Single();
        var places = Places(context, reader, list, list.PageSize + 1);
        var page = places.Take(list.PageSize).ToList();

        // 3. and what stands in them
        return new()
        {
            WorkOrders = { Read(context, reader, page.ConvertAll(p => p.Number)) },
            NextPageToken = places.Count > page.Count ? PageToken.Write(page[^1], list.Identity) : "",
            Revision = meta.Head,
            LogId = meta.LogId,
        };
    }

    /// <summary>How many there are of them.</summary>
    public int Count(WorkOrderFilter filter, Actor caller)
    {
        var reader = Reader.Of(caller, clock);
        var list = ListRequests.Read(new() { Filter = filter }, reader, ForgottenBefore);
        using var context = contexts.CreateDbContext();
        return list.Filter.Parts(context, reader, ListKey.Number).Sum(part => part.Count());
    }

    private long ForgottenBefore => Waits.ForgottenBefore(clock.GetUtcNow(), settings, office);

    internal static IEnumerable<WorkOrder> Read(WorkOrdersContext context, Reader reader, List<long> numbers)
    {
        if (numbers.Count == 0) return [];

        var rows = context.WorkOrders.Include(o => o.TenantContact).Where(o => numbers.Contains(o.Number)).ToDictionary(o => o.Number);
        return numbers.Select(n => reader.Read(rows[n])!);
    }

    internal static List<Place> Places(WorkOrdersContext context, Reader reader, ListRequest list, int count)
    {
        var parts = list.Filter.Parts(context, reader, list.Order.Key);
        var inKeylessPart = list.After is { Key: null };
        var places = inKeylessPart ? [] : list.Order.Sort(parts.SelectMany(p => list.Order.WithKey(p, list.After, count))).Take(count).ToList();
        if (places.Count == count || list.Filter.Implies(list.Order.Key)) return places;

        var keyless = parts.SelectMany(p => list.Order.WithoutKey(p, inKeylessPart ? list.After!.Value.Number : null, count - places.Count));
        return [.. places, .. list.Order.Sort(keyless).Take(count - places.Count)];
    }
}
