using Grpc.Core;
using WorkOrders.Board.Live;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>An order as the server had it, with the place in the log from which on it may have changed.</summary>
public sealed record LoadedOrder(WorkOrder Order, ListWorkOrderLogResponse Log, long Revision, string LogId);

/// <summary>What has become of a save.</summary>
public abstract record Saved
{
    private Saved() { }

    /// <summary>The server has it; null if there was nothing to save.</summary>
    public sealed record Done(WorkOrder? Order) : Saved;

    /// <summary>Somebody else has changed the same meanwhile: the draft tells what, and who.</summary>
    public sealed record Conflict : Saved;

    public sealed record Refused(Refusal Why) : Saved;
}

/// <summary>The one place from which an order's page asks the server, and saves what was edited.</summary>
public sealed class OrderServer(WorkOrderService.WorkOrderServiceClient orders, WorkOrderFeedService.WorkOrderFeedServiceClient feed)
{
    private const int Attempts = 5;
    private const int MostPages = 5;

    public async Task<LoadedOrder> LoadAsync(long number, CancellationToken stop = default)
    {
        // the log first: its revision is then not newer than the order
        var log = await orders.ListWorkOrderLogAsync(new() { Number = number }, cancellationToken: stop);
        var order = await orders.GetWorkOrderAsync(new() { Number = number }, cancellationToken: stop);
        var revision = order.Revision > 0 ? Math.Min(order.Revision, log.Revision) : log.Revision;
        return new(order.WorkOrder, log, revision, order.LogId);
    }

    /// <summary>Saves what is unsaved of the order's fields, but for those that are left out.</summary>
    public Task<Saved> SaveAsync(Editing editing, LoadedOrder loaded, params IReadOnlyCollection<string> except) =>
        SaveAsync(editing, loaded, OrderFields.Of, except, async (order, fields) =>
        {
            var answer = await orders.UpdateWorkOrderAsync(OrderFields.Request(order, fields));
            return (answer.WorkOrder, answer.Revision);
        });

    /// <summary>Saves the tenant's telephones: all of them, as they are on the form.</summary>
    public Task<Saved> SaveTenantAsync(Editing editing, LoadedOrder loaded) =>
        SaveAsync(editing, loaded, TenantFields.Of, [], async (order, _) =>
        {
            var answer = await orders.UpdateTenantContactAsync(TenantFields.Request(order, editing.Draft.Mine));
            return (answer.WorkOrder, answer.Revision);
        });

    /// <summary>Asks the log who made the changes that stand against what was typed, where nobody was heard to make them.</summary>
    public async Task LearnAsync(Editing editing, LoadedOrder loaded)
    {
        var unknown = editing.Conflicts.Where(c => c.By is null).Select(c => editing.Draft[c.Path].Since).ToList();
        if (unknown.Count == 0)
            return;
        try
        {
            var logId = loaded.LogId.Length > 0 ? loaded.LogId : (await feed.GetFeedStatusAsync(new())).LogId;
            var after = new FeedPosition { LogId = logId, Revision = unknown.Min() };
            for (var page = 0; page < MostPages; page++)
            {
                var answer = await feed.ListWorkOrderEventsAsync(
                    new() { After = after, PageSize = 200, Filter = new() { Numbers = { loaded.Order.Number } } });
                foreach (var item in answer.Items.Where(i => i.Event is not null))
                    editing.Authors.Hear(item.Event);
                if (!answer.HasMore)
                    return;
                after = answer.Next;
            }
        }
        catch (RpcException)
        {
            // the log does not reach so far back, or nobody answers: then nobody is named
        }
    }

    // Where somebody was faster: reads again, merges, and saves again by itself unless both have changed the same.
    private async Task<Saved> SaveAsync(
        Editing editing, LoadedOrder loaded, Func<WorkOrder, IReadOnlyDictionary<string, string>> fieldsOf, IReadOnlyCollection<string> except,
        Func<WorkOrder, IReadOnlyDictionary<string, string>, Task<(WorkOrder Order, long Revision)>> save)
    {
        WorkOrder? saved = null;
        for (var attempt = 1; ; attempt++)
        {
            if (editing.Draft.Conflicts.Any())
            {
                await LearnAsync(editing, loaded);
                return new Saved.Conflict();
            }
            var mine = editing.Draft.Mine;
            var sent = editing.Draft.Unsaved.Except(except).ToDictionary(p => p, p => mine[p]);
            if (sent.Count == 0)
                return new Saved.Done(saved);
            try
            {
                (saved, var revision) = await save(loaded.Order, sent);
                editing.Draft = editing.Draft.Saved(sent, fieldsOf(saved), revision);
                return new Saved.Done(saved);
            }
            catch (RpcException e) when (attempt < Attempts && new Refusal(e) is { Reason: "ETAG_MISMATCH" })
            {
                try
                {
                    loaded = await LoadAsync(loaded.Order.Number);
                }
                catch (RpcException unread)
                {
                    return new Saved.Refused(new(unread));
                }
                editing.Draft = editing.Draft.Now(fieldsOf(loaded.Order), loaded.Revision);
            }
            catch (RpcException e)
            {
                return new Saved.Refused(new(e));
            }
        }
    }
}
