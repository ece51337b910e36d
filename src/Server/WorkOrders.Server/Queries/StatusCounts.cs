using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;

namespace WorkOrders.Server.Queries;

/// <summary>How many orders stand where.</summary>
internal sealed class StatusCounts(IDbContextFactory<WorkOrdersContext> contexts, TimeProvider clock)
{
    public GetStatusMatrixResponse Get(GetStatusMatrixRequest request, Actor caller)
    {
        var reader = Reader.Of(caller, clock);
        var wrong = new FieldViolations();
        var contractor = ListRequests.ReadContractor(request.ContractorId, "contractor_id", reader, wrong);
        wrong.ThrowIfAny();

        using var context = contexts.CreateDbContext();
        using var snapshot = context.BeginSnapshot();
        var meta = context.LogMeta.Single();
        var cells = reader.Contractor is { } own ? OfVisible(context, own, reader.EarliestCompletedOn) : All(context);
        return new()
        {
            Matrix = Sum(cells.Where(c => contractor is null || c.ContractorId == contractor)),
            Revision = meta.Head,
            LogId = meta.LogId,
        };
    }

    /// <summary>Each contractor's cells, as the landlord sees them; those of orders that are with nobody have no contractor.</summary>
    public static List<StatusCountRow> All(WorkOrdersContext context) => [.. context.StatusCounts.Where(c => c.Count > 0)];

    public static StatusMatrix Sum(IEnumerable<StatusCountRow> cells) => new()
    {
        Counts =
        {
            cells.GroupBy(c => (c.Status, c.Type)).OrderBy(g => g.Key)
                .Select(g => new StatusCount { Status = (WorkOrderStatus)g.Key.Status, Type = (WorkOrderType)g.Key.Type, Count = g.Sum(c => c.Count) }),
        },
    };

    /// <summary>What a contractor sees, which is not quite what is with it: its findings are, what it declined is not.</summary>
    private static List<StatusCountRow> OfVisible(WorkOrdersContext context, string contractor, DateOnly earliestCompletedOn)
    {
        var visible = context.WorkOrders.Where(o => o.VisibleTo == contractor);
        return
        [
            .. Count(visible.Where(o => o.Status < OrderFilter.Completed)),
            .. Count(visible.Where(o => o.Status == OrderFilter.Completed && o.CompletedOn >= earliestCompletedOn)),
            .. Count(visible.Where(o => o.Status > OrderFilter.Completed)),
        ];

        IQueryable<StatusCountRow> Count(IQueryable<WorkOrderRow> orders) => orders.GroupBy(o => new { o.Status, o.Type })
            .Select(g => new StatusCountRow { ContractorId = contractor, Status = g.Key.Status, Type = g.Key.Type, Count = g.Count() });
    }
}
