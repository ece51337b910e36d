// Stops an order's clock while a part is on its way, and lets it run on when the part has come.
using WorkOrders.Client;
using WorkOrders.V1;

namespace Examples;

public static class WaitForAPart
{
    public static async Task<DateTimeOffset?> RunAsync(WorkOrdersClient client, long number, string part, Func<Task> comes, CancellationToken stop)
    {
        await client.WorkOrders.PauseWorkOrderAsync(
            new() { Number = number, Reason = PauseReason.WaitingForParts, Text = part }, cancellationToken: stop);
        await comes();
        var resumed = await client.WorkOrders.ResumeWorkOrderAsync(new() { Number = number }, cancellationToken: stop);
        return resumed.WorkOrder.CompletionDueAt?.ToDateTimeOffset();
    }
}
