using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Lifecycle;

public sealed class WriterTests
{
    [Fact]
    public async Task While_another_process_holds_the_database_commands_wait_then_are_refused_and_then_it_heals()
    {
        await using var scene = await Scene.StartAsync(new() { Settings = { ["Writer:QueueLength"] = "2" } });
        var number = (await scene.AcceptedAsync()).Number;
        var head = scene.Head;
        using (var other = Open(scene))
        {
            Run(other, "BEGIN IMMEDIATE");
            // a few are in the writer's hands and two in its queue, whichever came first: of so many most are too many
            var refusals = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Refusal.OfAsync(Note(scene, number))));

            Assert.Equal(["STORE_UNAVAILABLE", "WRITER_SATURATED"], refusals.Select(r => r.Reason).Distinct().Order());
            Assert.All(refusals, r => Assert.True(r.Code is StatusCode.Unavailable && r.Has<Google.Rpc.RetryInfo>()));
            Run(other, "ROLLBACK");
        }
        Assert.Equal(head, scene.Head);
        Assert.Equal(head + 1, (await Note(scene, number)).Revision);
    }

    [Fact]
    public async Task A_transaction_that_breaks_leaves_nothing_behind_and_the_next_goes_on()
    {
        await using var scene = await Scene.StartAsync();
        var number = (await scene.AcceptedAsync()).Number;
        var head = scene.Head;
        await Sql(scene, "CREATE TRIGGER breaks AFTER INSERT ON request_ids BEGIN SELECT RAISE(ROLLBACK, 'at the last step'); END");
        (await Refusal.OfAsync(Note(scene, number))).Is(StatusCode.Internal, "INTERNAL");
        Assert.Equal(head, scene.Head);

        await Sql(scene, "DROP TRIGGER breaks");
        Assert.Equal(head + 1, (await Note(scene, number)).Revision);
    }

    [Fact]
    public async Task A_command_that_breaks_harms_none_of_those_that_share_its_batch()
    {
        await using var scene = await Scene.StartAsync();
        var orders = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => scene.OrderedAsync()));
        var broken = orders[3].Number;
        await Sql(scene, $"CREATE TRIGGER broken BEFORE INSERT ON events WHEN NEW.number = {broken} BEGIN SELECT RAISE(ABORT, 'broken'); END");

        // held back for a moment, so that they are taken in one batch
        using var other = Open(scene);
        Run(other, "BEGIN IMMEDIATE");
        var first = Accept(scene, orders[0].Number);
        var rest = orders.Skip(1).Select(o => (o.Number, Call: Accept(scene, o.Number))).ToList();
        Run(other, "ROLLBACK");

        await first;
        foreach (var (number, call) in rest)
        {
            if (number == broken) (await Refusal.OfAsync(call)).Is(StatusCode.Internal, "INTERNAL");
            else Assert.Equal(WorkOrderStatus.Accepted, (await call).WorkOrder.Status);
        }
        Assert.Equal(Enumerable.Range(1, 19).Select(i => (long)i), (await scene.LogAsync()).Select(e => e.Revision));
        Assert.Single(scene.Server.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_finishes_what_was_taken_in()
    {
        await using var scene = await Scene.StartAsync();
        var number = (await scene.AcceptedAsync()).Number;
        var calls = Enumerable.Range(0, 100).Select(_ => Note(scene, number)).ToList();
        await calls[0];
        await scene.Server.StopAsync();

        var done = 0;
        foreach (var call in calls)
        {
            try
            {
                await call;
                done++;
            }
            catch (RpcException e)
            {
                Assert.Equal(StatusCode.Unavailable, e.StatusCode);
            }
        }
        await scene.Server.StartAgainAsync();
        Assert.InRange(done, 1, 100);
        Assert.Equal(done, (await scene.EventsOfAsync(number)).Count - 2);
    }

    [Fact]
    public async Task The_wal_file_does_not_grow_with_what_is_written()
    {
        await using var scene = await Scene.StartAsync();
        var orders = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => scene.AcceptedAsync()));
        var wal = new FileInfo(Path.Combine(scene.Server.Folder, "workorders.db-wal"));
        var largest = 0L;
        await Task.WhenAll(orders.Select(async order =>
        {
            for (var i = 0; i < 250; i++)
            {
                await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = order.Number, Text = new string('å', 4_000) });
                lock (wal)
                {
                    wal.Refresh();
                    largest = Math.Max(largest, wal.Length);
                }
            }
        }));

        // far more than that has gone through it
        var written = new FileInfo(Path.Combine(scene.Server.Folder, "workorders.db")).Length;
        Assert.True(written > 40_000_000, $"Only {written} bytes were written.");
        Assert.InRange(largest, 1, 48 * 1024 * 1024);
    }

    [Fact]
    public async Task Ids_of_requests_are_forgotten_after_their_days()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-03-01T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var scene = await Scene.StartAsync(new() { Clock = clock, Settings = { ["Writer:RequestDays"] = "7" } });
        var order = await scene.OrderedAsync();
        clock.Advance(TimeSpan.FromDays(6));
        await scene.OrderedAsync();
        Assert.Equal(2, await CountAsync(scene));

        clock.Advance(TimeSpan.FromDays(1.1));
        await scene.OrderedAsync();
        // it tidies up after the answer, when nobody waits any more: the next commit comes after that
        await scene.OrderedAsync();
        Assert.Equal(3, await CountAsync(scene));
        Assert.Equal(1, order.Version);
    }

    [Fact]
    public async Task Changes_that_the_log_commits_are_never_out_of_order_in_time()
    {
        await using var scene = await Scene.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => scene.OrderedAsync()));
        var times = (await scene.LogAsync()).Select(e => e.CommittedAt).ToList();
        Assert.Equal(times.Order(), times);
    }

    private static AsyncUnaryCall<AddNoteResponse> Note(Scene scene, long number) =>
        scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Text = "Notering" });

    private static AsyncUnaryCall<AcceptWorkOrderResponse> Accept(Scene scene, long number) =>
        scene.Firm.AcceptWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number });

    private static async Task<int> CountAsync(Scene scene)
    {
        await using var context = scene.OpenFile();
        return await context.Requests.CountAsync();
    }

    private static async Task Sql(Scene scene, string sql)
    {
        await using var context = scene.OpenFile();
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    private static SqliteConnection Open(Scene scene)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(scene.Server.Folder, "workorders.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
