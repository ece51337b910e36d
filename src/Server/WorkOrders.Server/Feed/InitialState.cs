using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Feed;

/// <summary>
/// The state of every order in scope as of one revision, exactly, though it is read in short pages while the writer
/// goes on: an order that has changed since is told as the log says that it was.
/// </summary>
internal sealed class InitialState(IDbContextFactory<WorkOrdersContext> contexts)
{
    private const int PageOrders = 500;

    public IEnumerable<Frame> Read(Scope scope, long revision, int frameBytes)
    {
        var since = new ChangesSince(scope, revision);
        for (long after = 0; after < long.MaxValue;)
        {
            // all of a page is in memory before any of it is sent
            var (states, last) = ReadPage(scope, revision, after, since);
            foreach (var frame in ToFrames(scope.Audience, states, frameBytes)) yield return frame;
            after = last;
        }
    }

    private (List<OrderState> States, long Last) ReadPage(Scope scope, long revision, long after, ChangesSince since)
    {
        using var context = contexts.CreateDbContext();
        using var snapshot = context.BeginSnapshot();

        since.ReadOn(context);
        var rows = context.WorkOrders.AsNoTracking().Within(scope).Where(o => o.Number > after).OrderBy(o => o.Number).Take(PageOrders)
            .Select(o => new { o.Number, o.Revision, o.Card }).ToList();
        var last = rows.Count == PageOrders ? rows[^1].Number : long.MaxValue;

        var unchanged = rows.Where(o => o.Revision <= revision)
            .Select(o => new OrderState { Revision = o.Revision, Summary = WorkOrderSummary.Parser.ParseFrom(o.Card) });
        var changed = since.InScopeBefore(after, last).Select(number => AsOf(context, number, revision));
        return ([.. unchanged, .. changed], last);
    }

    private static OrderState AsOf(WorkOrdersContext context, long number, long revision)
    {
        var e = context.Events.AsNoTracking().Where(e => e.Number == number && e.Revision <= revision).OrderByDescending(e => e.OrderVersion).First();
        return new() { Revision = e.Revision, Summary = WorkOrderEvent.Parser.ParseFrom(e.Payload).Summary };
    }

    private static IEnumerable<Frame> ToFrames(Audience audience, List<OrderState> states, int frameBytes)
    {
        var items = new List<EncodedItem>();
        var bytes = 0;
        foreach (var state in states)
        {
            var item = audience is Audience.Tenant
                ? EncodedItem.Of(TenantMessages.Of(state)) : EncodedItem.Of(new FeedItem { Scope = ScopeChange.Entered, State = state });
            if (items.Count > 0 && bytes + item.Field.Length > frameBytes)
            {
                yield return Frame.OfItems(items);
                (items, bytes) = ([], 0);
            }
            items.Add(item);
            bytes += item.Field.Length;
        }
        if (items.Count > 0) yield return Frame.OfItems(items);
    }
}
