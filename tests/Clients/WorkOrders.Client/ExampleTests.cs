using System.Collections.Concurrent;
using Examples;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Client.Tests;

/// <summary>Runs the examples that the package shows.</summary>
public sealed class ExampleTests
{
    [Fact]
    public async Task AcceptNewOrders_accepts_every_order_that_waits()
    {
        await using var site = await Site.OpenAsync();
        var client = site.As("testfirma");

        await AcceptNewOrders.RunAsync(client, site.Patience);

        var matrix = await client.WorkOrders.GetStatusMatrixAsync(new GetStatusMatrixRequest(), cancellationToken: site.Patience);
        Assert.Equal([(WorkOrderStatus.Accepted, 3)], matrix.Matrix.Counts.Select(cell => (cell.Status, cell.Count)));
    }

    [Fact]
    public async Task FollowTheFeed_writes_what_happens_and_goes_on_after_a_restart_of_its_own()
    {
        await using var site = await Site.OpenAsync();
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "feed.json");
        var client = site.As("testfirma");

        await FollowAsync(
            "2375 AO Registrerad och Beställd", "2376 AO Registrerad och Beställd", "2377 AO Registrerad och Beställd", "2377 AO Buntad");
        await client.WorkOrders.AcceptWorkOrderAsync(new() { Number = 2376 }, cancellationToken: site.Patience);
        await FollowAsync("2376 AO Accepterad");

        async Task FollowAsync(params string[] expected)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(site.Patience);
            await using var output = new Lines();
            var following = FollowTheFeed.RunAsync(client, file, output, end.Token);
            Assert.Equal(expected, await output.TakeAsync(expected.Length, site.Patience));
            await SavedAsync(file, client, site.Patience);
            await end.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
        }
    }

    [Fact]
    public async Task MirrorTheOrders_has_the_present_state_and_each_change()
    {
        await using var site = await Site.OpenAsync();
        var orders = new ConcurrentDictionary<long, WorkOrderSummary>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(site.Patience);
        var mirroring = MirrorTheOrders.RunAsync(site.As("testfirma"), orders, end.Token);

        await site.As("testfirma").WorkOrders.AcceptWorkOrderAsync(new() { Number = 2376 }, cancellationToken: site.Patience);
        while (!orders.TryGetValue(2376, out var order) || order.Status != WorkOrderStatus.Accepted)
            await Task.Yield();

        Assert.Equal([2375, 2376, 2377], orders.Keys.Order());
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => mirroring);
    }

    [Fact]
    public async Task AskAndWait_returns_the_answer()
    {
        await using var site = await Site.OpenAsync();
        var asking = AskAndWait.RunAsync(site.As("testfirma"), 2376, "Ska blandaren bytas?", site.Patience);

        var elsa = site.As("elsa");
        await foreach (var item in elsa.WatchAsync(new WatchOptions { Start = WatchStart.Beginning }, site.Patience))
        {
            if (item.Event?.QuestionAsked is not { } question)
                continue;
            await elsa.WorkOrders.AnswerQuestionAsync(
                new() { Number = 2376, QuestionId = question.QuestionId, Text = "Ja byt blandaren" }, cancellationToken: site.Patience);
            break;
        }

        Assert.Equal("Ja byt blandaren", await asking);
    }

    [Fact]
    public async Task CompleteWithPhotos_shows_the_orderer_what_was_done()
    {
        await using var site = await Site.OpenAsync();
        using var folder = new TempFolder();
        string[] files = [Path.Combine(folder.Path, "before.jpg"), Path.Combine(folder.Path, "after.jpg")];
        foreach (var file in files)
            await File.WriteAllBytesAsync(file, Camera.Photo(), site.Patience);
        var client = site.As("testfirma");
        await client.WorkOrders.AcceptWorkOrderAsync(new() { Number = 2376 }, cancellationToken: site.Patience);

        await CompleteWithPhotos.RunAsync(client, 2376, "Bytt blandare", files, site.Patience);

        var log = await site.As("elsa").WorkOrders.ListWorkOrderLogAsync(new() { Number = 2376 }, cancellationToken: site.Patience);
        Assert.Equal(("AO Utförd", 2), (log.Entries[0].Name, log.Entries[0].Photos.Count));
    }

    [Fact]
    public async Task WaitForAPart_gives_back_the_time_that_was_waited()
    {
        await using var site = await Site.OpenAsync();
        var client = site.As("testfirma");
        await client.WorkOrders.AcceptWorkOrderAsync(new() { Number = 2376 }, cancellationToken: site.Patience);

        var due = await WaitForAPart.RunAsync(client, 2376, "Packning", async () =>
        {
            var waiting = (await client.WorkOrders.GetWorkOrderAsync(new() { Number = 2376 }, cancellationToken: site.Patience)).WorkOrder;
            Assert.Equal((PauseReason.WaitingForParts, null), (waiting.PauseReason, waiting.CompletionDueAt));
        }, site.Patience);

        Assert.NotNull(due);
        Assert.Equal(["AO Återupptagen", "AO Pausad"], (await site.LogOfAsync(2376)).Take(2));
    }

    [Fact]
    public async Task UnderstandARefusal_says_what_is_allowed_instead()
    {
        await using var site = await Site.OpenAsync();

        Assert.Contains("Accept", await UnderstandARefusal.RunAsync(site.As("testfirma"), 2375, site.Patience), StringComparison.Ordinal);
    }

    /// <summary>The position is saved when the example comes for the next item: a moment after its line.</summary>
    private static async Task SavedAsync(string file, WorkOrdersClient client, CancellationToken stop)
    {
        var head = (await client.Feed.GetFeedStatusAsync(new GetFeedStatusRequest(), cancellationToken: stop)).HeadRevision;
        while ((await new FileCheckpoint(file).LoadAsync(stop))?.Revision != head)
            await Task.Yield();
    }
}
