// Writes a line for each event, and goes on where it was after a restart of the server or of this program.
using WorkOrders.Client;

namespace Examples;

public static class FollowTheFeed
{
    public static async Task RunAsync(WorkOrdersClient client, string file, TextWriter output, CancellationToken stop)
    {
        var options = new WatchOptions { Start = WatchStart.Beginning, Checkpoint = new FileCheckpoint(file) };
        await foreach (var item in client.WatchAsync(options, stop))
        {
            if (item.Event is { } happened)
                await output.WriteLineAsync($"{item.Number} {happened.LogEntry.Name}");
        }
    }
}
