// Accepts every order that waits for us. Calls sign in by themselves, and outlive a restart of the server.
using WorkOrders.Client;
using WorkOrders.V1;

namespace Examples;

public static class AcceptNewOrders
{
    public static async Task RunAsync(WorkOrdersClient client, CancellationToken stop)
    {
        var waiting = new WorkOrderFilter { Statuses = { WorkOrderStatus.Ordered } };
        var page = await client.WorkOrders.ListWorkOrdersAsync(new() { Filter = waiting }, cancellationToken: stop);
        foreach (var order in page.WorkOrders)
        {
            // Refused with ETAG_MISMATCH if somebody else was faster than we.
            await client.WorkOrders.AcceptWorkOrderAsync(new() { Number = order.Number, Etag = order.Etag }, cancellationToken: stop);
        }
    }
}
