using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;

namespace WorkOrders.Server.Queries;

/// <summary>Noteringar: the log of one order, newest first.</summary>
internal sealed class OrderLog(IDbContextFactory<WorkOrdersContext> contexts, TimeProvider clock)
{
    public ListWorkOrderLogResponse List(ListWorkOrderLogRequest request, Actor caller)
    {
        var wrong = new FieldViolations();
        var size = ListRequests.PageSize(request.PageSize, wrong);
        var identity = string.Create(CultureInfo.InvariantCulture, $"log {request.Number}");
        var before = ListRequests.ReadToken(request.PageToken, identity, wrong)?.Number ?? long.MaxValue;
        wrong.ThrowIfAny();

        using var context = contexts.CreateDbContext();
        using var snapshot = context.BeginSnapshot();
        var reader = Reader.Of(caller, clock);
        var order = context.WorkOrders.Where(o => o.Number == request.Number).Select(o => new { o.VisibleTo }).SingleOrDefault();
        if (order is null || (reader.Contractor is not null && order.VisibleTo != reader.Contractor)) throw Errors.WorkOrderNotFound(request.Number);

        var log = context.Events.Where(e => e.Number == request.Number);
        var from = reader.Contractor is { } own ? log.CameTo(own) : 1;
        var events = log.Where(e => e.OrderVersion >= from && e.OrderVersion < before).OrderByDescending(e => e.OrderVersion).Take(size + 1)
            .Select(e => new { e.OrderVersion, e.Payload }).ToList();
        return new()
        {
            Entries = { events.Take(size).Select(e => WorkOrderEvent.Parser.ParseFrom(e.Payload).LogEntry) },
            NextPageToken = events.Count > size ? PageToken.Write(new(null, events[size - 1].OrderVersion), identity) : "",
            Revision = context.LogMeta.Single().Head,
        };
    }
}
