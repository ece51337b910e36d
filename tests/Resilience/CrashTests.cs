using System.Globalization;
using Microsoft.Data.Sqlite;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Resilience.Tests;

/// <summary>
/// Kill -9 at random moments under eight writers. The moments are numbers of acknowledged commands, drawn anew in each
/// run; a failure names the seed. <c>WORKORDERS_CRASH_CYCLES</c> sets the number of crashes, 12 by default.
/// </summary>
public sealed class CrashTests
{
    private const int WriterCount = 8;
    private static readonly int Cycles = int.Parse(Environment.GetEnvironmentVariable("WORKORDERS_CRASH_CYCLES") ?? "12", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_done_twice()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        await using var server = await ServerProcess.StartAsync(new() { GuideOrders = true });
        var client = new WorkOrderService.WorkOrderServiceClient(server.As("testfirma"));
        List<Writer> writers = [.. Enumerable.Range(0, WriterCount).Select(i => new Writer(client, i, [2375, 2376, 2377]))];
        var follower = new Follower(new(server.As("elsa")));

        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            await CrashAfterAsync(random.Next(1, 400), server, writers, follower);
            await server.StartAgainAsync();
            foreach (var writer in writers) await writer.FinishAsync();
        }

        List<Wish> wishes = [.. writers.SelectMany(w => w.Wishes)];
        foreach (var writer in writers) await writer.RepeatAsync(writer.Wishes[random.Next(writer.Wishes.Count)]);
        var status = await new WorkOrderFeedService.WorkOrderFeedServiceClient(server.As("elsa")).GetFeedStatusAsync(new());
        await follower.FollowAsync(until: status.HeadRevision);
        await server.KillAsync();

        try
        {
            // every revision, once, in order: no gap, nothing doubled
            Assert.Equal(Enumerable.Range(1, (int)status.HeadRevision).Select(r => (long)r), follower.Events.Select(e => e.Revision).Distinct());
            Assert.Equal(follower.Events.Count, follower.Events.DistinctBy(e => (e.Revision, e.Index)).Count());
            // every wish once, in the commit that was acknowledged
            Assert.Equal(
                wishes.Select(w => (w.Text, w.Number, w.Revision)).Order(),
                follower.Events.Where(e => e.NoteAdded is not null).Select(e => (e.NoteAdded.Text, e.Number, e.Revision)).Order());
            // every order's versions without a gap
            Assert.All(follower.Events.GroupBy(e => e.Number), order =>
                Assert.Equal(Enumerable.Range(1, order.Count()), order.Select(e => e.OrderVersion)));
            Assert.Equal("ok", await IntegrityAsync(server.Folder));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"seed {seed}: {e.Message}", e);
        }
    }

    /// <summary>Lets everybody work until so many commands are acknowledged, and kills the server in the middle of it.</summary>
    private static async Task CrashAfterAsync(int acknowledged, ServerProcess server, List<Writer> writers, Follower follower)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = acknowledged;
        void Count()
        {
            if (Interlocked.Decrement(ref left) == 0) enough.SetResult();
        }
        var work = writers.Select(w => w.WriteUntilItBreaksAsync(Count)).Append(follower.FollowAsync()).ToList();
        // whoever ends before the crash has failed, and says why
        await await Task.WhenAny([enough.Task, .. work]);
        await server.KillAsync();
        await Task.WhenAll(work);
    }

    private static async Task<string?> IntegrityAsync(string folder)
    {
        var file = Path.Combine(folder, "workorders.db");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string?)await command.ExecuteScalarAsync();
    }
}
