using Microsoft.Playwright;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Benchmarks;

/// <summary>
/// From a contractor's question to the pixels of the orderer's desk, on which an answer is half written; beside the floor:
/// the same question at a bare gRPC watcher in this process. Everything runs on this machine, the browser too.
/// </summary>
internal static class DeskBenchmark
{
    private const int Warm = 10;

    // the frame after the text is in the document is the one that shows it
    private const string Watch = """
        () => {
          window.seen = {};
          new MutationObserver(() => {
            for (const [, n] of document.body.textContent.matchAll(/Fråga nummer (\d+)\?/g))
              if (!(n in seen)) { seen[n] = 0; requestAnimationFrame(() => setTimeout(() => seen[n] = performance.timeOrigin + performance.now())); }
          }).observe(document.body, { childList: true, subtree: true, characterData: true });
        }
        """;

    public static async Task<int> RunAsync(int questions)
    {
        await using var server = await TestServer.StartAsync(new()
        {
            GuideOrders = true,
            Settings = { ["Limits:MachineBurst"] = "1000000", ["Limits:PersonReadsPerMinute"] = "1000000", ["Limits:PersonReadBurst"] = "1000000" },
        });
        await using var chromium = new Chromium();
        await using var tab = await chromium.OpenAsync(server.Http, "elsa", "/desk");
        await tab.Page.Locator("[data-ready]").WaitForAsync();
        var contractor = new WorkOrderService.WorkOrderServiceClient(server.As("testfirma"));
        var orderer = new WorkOrderService.WorkOrderServiceClient(server.As("elsa"));

        // one is half answered all the time
        await contractor.AskQuestionAsync(new() { RequestId = $"{Guid.NewGuid()}", Number = 2375, Text = "Ska blandaren bytas?" });
        var field = tab.Page.Locator("textarea").First;
        await field.FillAsync("Ja, men vänta till");
        await tab.Page.EvaluateAsync(Watch);

        var watch = new WorkOrderFeedService.WorkOrderFeedServiceClient(server.As("elsa")).WatchWorkOrders(new() { FromNow = new() });
        await watch.ResponseStream.MoveNext(CancellationToken.None);
        Timings answers = new(), watchers = new(), pixels = new();
        for (var n = 1; n <= questions + Warm; n++)
        {
            var asked = Now();
            var arrival = ArrivalAsync(watch.ResponseStream, $"Fråga nummer {n}?");
            var order = (await contractor.AskQuestionAsync(new() { RequestId = $"{Guid.NewGuid()}", Number = 2376, Text = $"Fråga nummer {n}?" })).WorkOrder;
            var answered = Now();
            var arrived = await arrival;
            await tab.Page.WaitForFunctionAsync("n => window.seen[n] > 0", n);
            var shown = await tab.Page.EvaluateAsync<double>("n => window.seen[n]", n);
            if (n > Warm)
            {
                answers.Add(answered - asked);
                watchers.Add(arrived - asked);
                pixels.Add(shown - asked);
            }
            await orderer.AnswerQuestionAsync(new() { RequestId = $"{Guid.NewGuid()}", Number = 2376, QuestionId = order.Questions[^1].QuestionId, Text = "Ja" });
        }

        Console.WriteLine($"""
            {questions} questions, one after the other; milliseconds from the moment at which the command is sent
              its answer           {answers}
              at a bare watcher    {watchers}
              on the desk          {pixels}   goal: p50 <= 100, p99 <= 250
            the desk takes {pixels.Median / watchers.Median:F1} times as long as a bare watcher (medians)
            what was half written is {(await field.InputValueAsync() == "Ja, men vänta till" ? "untouched" : "LOST")}
            """);
        return 0;
    }

    private static async Task<double> ArrivalAsync(Grpc.Core.IAsyncStreamReader<WatchWorkOrdersResponse> frames, string question)
    {
        while (await frames.MoveNext(CancellationToken.None))
        {
            if (frames.Current.Events?.Items.Any(i => i.Event?.QuestionAsked?.Text == question) is true)
                return Now();
        }
        throw new InvalidOperationException("The feed ended.");
    }

    /// <summary>As the browser's clock tells it.</summary>
    private static double Now() => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
}
