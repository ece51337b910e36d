using WorkOrders.Client;
using WorkOrders.V1;

namespace WorkOrders.Cli.Demo;

/// <summary>Compares what was done, and what was seen, with what the server has in its log.</summary>
internal sealed class Audit(WorkOrdersClient client, Ledger ledger)
{
    public async Task<AuditResult> RunAsync(FeedPosition from, IReadOnlyCollection<Played> stories, CancellationToken stop)
    {
        var events = await ReadAsync(from, stop);
        if (events.Count > 0)
            await ledger.ReachAsync(events[^1].Revision, stop);

        var byOrder = events.ToLookup(e => e.Number);
        List<string> faults = [];
        foreach (var story in stories.Where(story => story.Number > 0))
        {
            if (story.Stopped is { } why)
                faults.Add($"{story.Number}: {why}");
            if (await FaultOfAsync(story, [.. byOrder[story.Number]], stop) is { } fault)
                faults.Add($"{story.Number}: {fault}");
        }

        return new AuditResult(
            events.Count,
            events.Count(e => ledger.TimesSeen(e.Revision, e.Index) == 0),
            events.Count(e => ledger.TimesSeen(e.Revision, e.Index) > 1) + events.Count - events.DistinctBy(e => e.EventId).Count(),
            faults);
    }

    private async Task<List<WorkOrderEvent>> ReadAsync(FeedPosition from, CancellationToken stop)
    {
        List<WorkOrderEvent> events = [];
        for (var after = from; ;)
        {
            var page = await client.Feed.ListWorkOrderEventsAsync(new() { After = after, PageSize = 200 }, cancellationToken: stop);
            events.AddRange(page.Items.Select(item => item.Event).OfType<WorkOrderEvent>());
            if (!page.HasMore)
                return events;
            after = page.Next;
        }
    }

    /// <summary>Null if the order has had exactly what we did to it, and its log says so row by row.</summary>
    private async Task<string?> FaultOfAsync(Played story, List<WorkOrderEvent> events, CancellationToken stop)
    {
        var kinds = events.Select(e => e.KindCase).ToList();
        if (!kinds.SequenceEqual(story.Expected))
            return $"did [{string.Join(' ', story.Expected)}], the log has [{string.Join(' ', kinds)}]";
        if (events.Zip(events.Skip(1)).Any(pair => pair.Second.OrderVersion != pair.First.OrderVersion + 1))
            return "its versions have a gap";

        var order = await client.WorkOrders.GetWorkOrderAsync(new() { Number = story.Number }, cancellationToken: stop);
        if (order.WorkOrder.Status != story.Status)
            return $"stands as {order.WorkOrder.Status} instead of {story.Status}";
        var log = await client.WorkOrders.ListWorkOrderLogAsync(new() { Number = story.Number, PageSize = 200 }, cancellationToken: stop);
        var newest = log.Entries.Take(events.Count).Select(Row);
        return log.Entries.Count == order.WorkOrder.Version && newest.SequenceEqual(
            events.AsEnumerable().Reverse().Select(e => Row(e.LogEntry)))
            ? null : "its Noteringar are not those of its events";
    }

    private static (string Type, string Name, string Text) Row(LogEntry entry) => (entry.Type, entry.Name, entry.Text);
}
