using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using WorkOrders.Server.Store;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;
using static WorkOrders.Server.Tests.Lifecycle.Scene;

namespace WorkOrders.Server.Tests.Store;

/// <summary>What becomes of messages and questions that are older than the desk.</summary>
public sealed class MessageRowTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Messages_of_an_old_file_lie_in_the_inbox_and_count_as_read()
    {
        var number = await MakeOldAsync();
        await using var scene = await StartAsync(OptionsOf("old"));
        var desk = new V1.DeskService.DeskServiceClient(scene.Server.As("elsa"));

        var inbox = await desk.GetDeskAsync(new());
        Assert.Equal([("Två", false), ("Ett", false)], inbox.Messages.Select(m => (m.Text, m.Unread)));
        await scene.Firm.SendMessageAsync(new() { RequestId = NewId(), Number = number, Text = "Tre" });
        inbox = await desk.GetDeskAsync(new());
        Assert.Equal([("Tre", true), ("Två", false), ("Ett", false)], inbox.Messages.Select(m => (m.Text, m.Unread)));
        Assert.Equal(1, inbox.UnreadMessageCount);
    }

    [Fact]
    public async Task A_question_that_is_older_than_clocks_waits_without_one_and_gets_one_with_the_next()
    {
        var number = await MakeOldAsync();
        await using var scene = await StartAsync(OptionsOf("old"));
        var old = Assert.Single((await scene.Elsa.ListQuestionsAsync(new() { State = V1.QuestionState.Open })).Questions).Question;
        Assert.Null(old.EscalatesAt);

        var order = (await scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = number, Text = "Och sedan?" })).WorkOrder;
        Assert.All(order.Questions, q => Assert.NotNull(q.EscalatesAt));
    }

    /// <summary>A file of the version before the desk.</summary>
    private async Task<long> MakeOldAsync()
    {
        long number;
        await using (var scene = await StartAsync(OptionsOf("new")))
        {
            number = (await scene.OrderedAsync()).Number;
            foreach (var text in new[] { "Ett", "Två" })
                await scene.Firm.SendMessageAsync(new() { RequestId = NewId(), Number = number, Text = text });
            await scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = number, Text = "Ska blandaren bytas?" });
            await using var context = scene.OpenFile();
            // as documents were then
            await context.Database.ExecuteSqlAsync($"UPDATE work_orders SET document = json_remove(document, '$.questions[0].escalates_at')");
        }
        await CopyAsync();
        return number;
    }

    private async Task CopyAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.CreateDirectory(Path.Combine(_folder.Path, "old"));
        await using var context = new WorkOrdersContext(
            new DbContextOptionsBuilder<WorkOrdersContext>().UseSqlite($"Data Source={FileOf("old")};Pooling=False;Foreign Keys=False").Options);
        await context.GetService<IMigrator>().MigrateAsync("20261126041957_Deadlines");
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
