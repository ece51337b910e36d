// Keeps a picture of every order in scope: the present state first, then each change; started over if history is lost.
using WorkOrders.Client;
using WorkOrders.V1;

namespace Examples;

public static class MirrorTheOrders
{
    public static async Task RunAsync(WorkOrdersClient client, IDictionary<long, WorkOrderSummary> orders, CancellationToken stop)
    {
        var options = new WatchOptions { Start = WatchStart.InitialState, OnHistoryLost = HistoryLost.StartOver };
        await foreach (var item in client.WatchAsync(options, stop))
        {
            if (item.Kind == WatchedKind.Reset) orders.Clear();
            else if (item.Kind == WatchedKind.Left) orders.Remove(item.Number);
            else if ((item.State?.Summary ?? item.Event?.Summary) is { } summary) orders[item.Number] = summary;
        }
    }
}
