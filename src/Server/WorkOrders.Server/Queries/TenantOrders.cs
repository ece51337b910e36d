using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Queries;

/// <summary>Orders for their tenants: an object's, and one with what has happened to it.</summary>
internal sealed class TenantOrders(IDbContextFactory<WorkOrdersContext> contexts)
{
    private const int MostRows = 100, LongestNumber = 100;

    public ListTenantOrdersResponse List(ListTenantOrdersRequest request)
    {
        var wrong = new FieldViolations();
        if (request.ObjectNumber.Length is 0 or > LongestNumber) wrong.Add("object_number", "Ange objektets nummer.", "Give the object's number.");
        var movedIn = Day(request.MovedInOn, required: true, wrong) ?? default;
        var size = ListRequests.PageSize(request.PageSize, wrong);
        var identity = string.Create(CultureInfo.InvariantCulture, $"tenant {movedIn:O} {request.ObjectNumber}");
        var before = ListRequests.ReadToken(request.PageToken, identity, wrong)?.Number ?? long.MaxValue;
        wrong.ThrowIfAny();

        using var context = contexts.CreateDbContext();
        using var snapshot = context.BeginSnapshot();
        var rows = context.WorkOrders.Where(o => o.ObjectNumber == request.ObjectNumber && o.Number < before)
            .OrderByDescending(o => o.Number).Take(size + 1).ToList();
        var meta = context.LogMeta.Single();
        return new()
        {
            Orders = { rows.Take(size).Where(o => TenantView.IsOfTenantSince(o.ToOrder(), movedIn)).Select(CardOf) },
            NextPageToken = rows.Count > size ? PageToken.Write(new(null, rows[size - 1].Number), identity) : "",
            Revision = meta.Head,
            LogId = meta.LogId,
        };
    }

    public GetTenantOrderResponse Get(GetTenantOrderRequest request)
    {
        var wrong = new FieldViolations();
        if (request.Number < 1) wrong.Add("number", "Ange arbetsorderns nummer.", "Give the order's number.");
        var movedIn = Day(request.MovedInOn, required: false, wrong);
        wrong.ThrowIfAny();

        using var context = contexts.CreateDbContext();
        using var snapshot = context.BeginSnapshot();
        var row = context.WorkOrders.SingleOrDefault(o => o.Number == request.Number);
        if (row is null || (request.ObjectNumber.Length > 0 && row.ObjectNumber != request.ObjectNumber)) throw Errors.WorkOrderNotFound(request.Number);
        var order = row.ToOrder();
        if (movedIn is { } day && !TenantView.IsOfTenantSince(order, day)) throw Errors.WorkOrderNotFound(request.Number);

        var meta = context.LogMeta.Single();
        return new()
        {
            Order = CardOf(row),
            Rows = { RowsOf(context, request.Number) },
            RegisteredAt = order.RegisteredAt.ToTimestamp(),
            Revision = meta.Head,
            LogId = meta.LogId,
        };
    }

    private static IEnumerable<TenantRow> RowsOf(WorkOrdersContext context, long number) => context.Events
        .Where(e => e.Number == number).OrderByDescending(e => e.OrderVersion).Select(e => new { e.Kind, e.Payload }).AsEnumerable()
        .Select(e => TenantMessages.Of(e.Kind, e.Payload)).OfType<TenantItem>().Where(item => item.Text is not null)
        .Take(MostRows).Select(TenantMessages.ToRow);

    private static TenantOrder CardOf(WorkOrderRow row) => TenantMessages.Of(WorkOrderSummary.Parser.ParseFrom(row.Card));

    private static DateOnly? Day(string text, bool required, FieldViolations wrong)
    {
        if (text.Length == 0 && !required) return null;
        if (Times.TryReadDay(text, out var day)) return day;

        wrong.Add("moved_in_on", "Ska vara ett datum: ÅÅÅÅ-MM-DD.", "Must be a date: YYYY-MM-DD.");
        return null;
    }
}
