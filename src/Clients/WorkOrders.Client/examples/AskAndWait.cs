// Asks the orderer, and waits for the answer: the watch starts right after the question, so the answer cannot slip by.
using WorkOrders.Client;

namespace Examples;

public static class AskAndWait
{
    public static async Task<string> RunAsync(WorkOrdersClient client, long number, string question, CancellationToken stop)
    {
        var asked = await client.WorkOrders.AskQuestionAsync(new() { Number = number, Text = question }, cancellationToken: stop);
        var feed = await client.Feed.GetFeedStatusAsync(new(), cancellationToken: stop);
        var after = WatchStart.After(new() { LogId = feed.LogId, Revision = asked.Revision });
        await foreach (var item in client.WatchAsync(new() { Start = after, Filter = new() { Numbers = { number } } }, stop))
        {
            if (item.Event?.QuestionAnswered is { } answer)
                return answer.Text;
        }
        throw new InvalidOperationException("A watch has no end of its own.");
    }
}
