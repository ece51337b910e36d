using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;
using static WorkOrders.Server.Tests.Lifecycle.Scene;

namespace WorkOrders.Server.Tests.Store;

/// <summary>What becomes of orders that are older than deadlines.</summary>
public sealed class DueRowTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_an_old_file_the_planned_day_counts_as_it_did_and_nothing_else_is_due()
    {
        var old = await MakeOldAsync();
        await using var scene = await StartAsync(OptionsOf("old"));
        await using var context = scene.OpenFile();

        foreach (var row in await context.WorkOrders.ToListAsync())
        {
            var order = row.ToOrder();
            Assert.Equal((order.Number, WorkOrderRow.Of(order, 1, []).DueAt), (row.Number, row.DueAt));
            Assert.Equal((Priority.Normal, null, null), (order.Priority, order.ClocksFrom, order.FirstContactDue));
        }
        Assert.Equal(old.Days, await context.WorkOrders.Where(o => o.DueAt != null).OrderBy(o => o.DueAt)
            .Select(o => o.DueAt!.Value).ToListAsync());
        Assert.True((await context.Phrases.SingleAsync(p => p.Text == "Tid är bokad med kund")).MeansContact);

        var late = (await scene.Elsa.ListWorkOrdersAsync(new() { Filter = new() { Overdue = true } })).WorkOrders.Select(o => o.Number).ToHashSet();
        Assert.Equal(old.Open, late);
    }

    [Fact]
    public async Task An_old_order_gets_its_deadlines_with_its_priority()
    {
        var old = await MakeOldAsync();
        await using var scene = await StartAsync(OptionsOf("old"));
        var order = (await scene.Elsa.SetWorkOrderPriorityAsync(new() { RequestId = NewId(), Number = old.Open.Min(), Priority = V1.Priority.Emergency })).WorkOrder;
        Assert.Equal(TimeSpan.FromHours(7), order.CompletionDueAt.ToDateTimeOffset() - order.FirstContactDueAt.ToDateTimeOffset());
    }

    /// <summary>A file of the version before deadlines: planned days on both sides of the nights in which clocks are set.</summary>
    private async Task<(List<long> Days, HashSet<long> Open)> MakeOldAsync()
    {
        DateOnly[] days = [new(2025, 3, 28), new(2025, 3, 29), new(2025, 3, 30), new(2025, 7, 1), new(2025, 10, 25), new(2025, 10, 26), new(2025, 12, 31)];
        HashSet<long> open = [];
        await using (var scene = await StartAsync(OptionsOf("new")))
        {
            foreach (var day in days)
            {
                var wish = GuideOrder();
                wish.PlannedFor = $"{day:yyyy-MM-dd}";
                open.Add((await scene.Elsa.RegisterWorkOrderAsync(wish)).WorkOrder.Number);
            }
            await scene.OrderedAsync();
            var asked = GuideOrder();
            asked.PlannedFor = "2199-01-01";
            var number = (await scene.Elsa.RegisterWorkOrderAsync(asked)).WorkOrder.Number;
            await scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = number, Text = "Hinner vi?" });
            var done = GuideOrder();
            done.PlannedFor = "2025-01-01";
            number = (await scene.Elsa.RegisterWorkOrderAsync(done)).WorkOrder.Number;
            await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = NewId(), Number = number });
            await scene.Firm.CompleteWorkOrderAsync(new() { RequestId = NewId(), Number = number, ActionPerformed = "Bytt blandare" });

            await using var context = scene.OpenFile();
            // as documents were then
            await context.Database.ExecuteSqlAsync($"""
                UPDATE work_orders SET document = json_remove(document,
                    '$.priority', '$.clocks_from', '$.first_contact_due', '$.completion_due', '$.pauses', '$.failed_visits')
                """);
        }
        await CopyAsync();
        return ([.. days.Select(d => SwedishTime.StartOf(d.AddDays(1)).ToUnixTimeMilliseconds())], open);
    }

    private async Task CopyAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.CreateDirectory(Path.Combine(_folder.Path, "old"));
        await using var context = new WorkOrdersContext(
            new DbContextOptionsBuilder<WorkOrdersContext>().UseSqlite($"Data Source={FileOf("old")};Pooling=False;Foreign Keys=False").Options);
        await context.GetService<IMigrator>().MigrateAsync("20261125230141_Photos");
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlAsync($"ATTACH {FileOf("new")} AS new");
        foreach (var table in new[] { "contractors", "events", "log_meta", "questions", "request_ids", "tenant_contacts", "work_orders" })
        {
            var columns = string.Join(", ", await context.Database.SqlQuery<string>($"SELECT '\"' || name || '\"' AS Value FROM pragma_table_info({table}, 'main')").ToListAsync());
#pragma warning disable EF1002 // the names of tables and columns are none of anybody's input
            await context.Database.ExecuteSqlRawAsync($"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}");
#pragma warning restore EF1002
        }
    }

    private string FileOf(string name) => Path.Combine(_folder.Path, name, "workorders.db");

    private TestServerOptions OptionsOf(string name) => new() { Settings = { ["Data:Folder"] = Path.Combine(_folder.Path, name) } };
}
