using WorkOrders.Client;
using WorkOrders.V1;

namespace WorkOrders.Cli.Demo;

/// <summary>The whole demonstration, from the first look at the server to the account of what came of it.</summary>
internal sealed class Demonstration(Troupe troupe, Pace pace, int seed, DemoScreen screen)
{
    /// <summary>Fails at once if there is no server, or one that doesn't know the demonstration's accounts.</summary>
    public static async Task CheckAsync(Uri server, TimeSpan patience, CancellationToken stop)
    {
        using var first = new Troupe(server, patience);
        await first[Cast.Dispatch].Accounts.GetMyAccountAsync(new GetMyAccountRequest(), cancellationToken: stop);
    }

    public async Task<bool> RunAsync(int orders, CancellationToken stop)
    {
        var dispatcher = troupe[Cast.Dispatch];
        var status = await dispatcher.Feed.GetFeedStatusAsync(new GetFeedStatusRequest(), cancellationToken: stop);
        var from = new FeedPosition { LogId = status.LogId, Revision = status.HeadRevision };
        var guide = Guide.Beats(withNewOrders: !await GuideIsUntouchedAsync(stop));
        var day = Day.Of(orders, seed);

        var ledger = new Ledger();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watching = ledger.FollowAsync(dispatcher, from, screen.Show, screen.Connection, end.Token);
        try
        {
            AuditResult? result = null;
            Play? play = null;
            var exact = false;
            await screen.RunAsync(guide.Count + day.Count, async tick =>
            {
                play = new Play(new Stage(troupe), pace, seed, tick);
                exact = await PlayGuideAsync(guide, play, ledger, stop);
                await play.RunAsync(day, stop);
                result = await Together(new Audit(dispatcher, ledger).RunAsync(from, play.Stories, stop), watching);
            });
            screen.Summary(result!, play!.Stories);
            return exact && result!.IsClean;
        }
        finally
        {
            await end.CancelAsync();
            // Its end is of no interest any more; what it had to say has been awaited above.
            await watching.ContinueWith(
                static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>The guide's scenario, in its own order also where the day goes at full speed; true if the five rows came out exactly.</summary>
    private async Task<bool> PlayGuideAsync(IReadOnlyList<Beat> beats, Play play, Ledger ledger, CancellationToken stop)
    {
        var untilFive = Guide.UntilFiveRows(beats);
        foreach (var beat in beats.Take(untilFive))
            await play.RunAsync([beat], stop);

        var number = play.Of(beats[untilFive - 1].Story).Number;
        var log = await troupe[Cast.Testfirma].WorkOrders.ListWorkOrderLogAsync(new() { Number = number }, cancellationToken: stop);
        var exact = log.Entries.Select(entry => (entry.Type, entry.Name, entry.Text)).SequenceEqual(Guide.FiveRows);
        screen.FiveRows(number, exact, log.Entries);

        foreach (var beat in beats.Skip(untilFive))
            await play.RunAsync([beat], stop);
        return exact;
    }

    private async Task<bool> GuideIsUntouchedAsync(CancellationToken stop)
    {
        foreach (var number in new[] { Guide.First, Guide.Asked, Guide.Last })
        {
            try
            {
                var order = await troupe[Cast.Testfirma].WorkOrders.GetWorkOrderAsync(new() { Number = number }, cancellationToken: stop);
                if (order.WorkOrder.Status != WorkOrderStatus.Ordered || (number == Guide.Asked && order.WorkOrder.Version != 1))
                    return false;
            }
            catch (WorkOrdersException refusal) when (refusal.Reason == ErrorReason.WorkOrderNotFound)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Waits for the audit, but not for ever if the watch that it waits for has failed.</summary>
    private static async Task<AuditResult> Together(Task<AuditResult> audit, Task watching)
    {
        if (await Task.WhenAny(audit, watching) == watching)
            await watching;
        return await audit;
    }
}
