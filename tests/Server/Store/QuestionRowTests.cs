using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using WorkOrders.Server.Store;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;
using static WorkOrders.Server.Tests.Lifecycle.Scene;

namespace WorkOrders.Server.Tests.Store;

/// <summary>The index of questions says what the orders' documents say: as the writer keeps it, and as the migration fills it.</summary>
public sealed class QuestionRowTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_question_has_its_row_whatever_becomes_of_the_order()
    {
        await using var scene = await StartAsync(OptionsOf("new"));
        await PlayAsync(scene);
        await using var context = scene.OpenFile();
        var orders = (await context.WorkOrders.ToListAsync()).Select(o => o.ToOrder()).ToList();
        Assert.Equal(orders.SelectMany(QuestionRow.Of).OrderBy(q => q.Number).ThenBy(q => q.QuestionId), await RowsAsync(context));
        Assert.Equal(orders.Sum(o => o.OpenQuestions.Count()), await context.Questions.CountAsync(q => q.AnsweredAt == null && q.VisibleTo != null));
    }

    [Fact]
    public async Task A_file_of_the_version_before_is_filled_with_the_questions_that_it_holds()
    {
        List<QuestionRow> kept;
        V1.ListQuestionsResponse listed;
        await using (var scene = await StartAsync(OptionsOf("new")))
        {
            await PlayAsync(scene);
            await using var context = scene.OpenFile();
            kept = await RowsAsync(context);
            listed = await ListAsync(scene);
        }
        Assert.Equal(6, kept.Count);
        await MakeOldAsync();

        await using var old = await StartAsync(OptionsOf("old"));
        await using var filled = old.OpenFile();
        Assert.Equal(kept, await RowsAsync(filled));
        Assert.Equal(listed, await ListAsync(old));
        await old.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = listed.Questions[0].WorkOrder.Number, Text = "Och sedan?" });
        Assert.Equal(kept.Count + 1, await filled.Questions.CountAsync());
    }

    [Theory]
    [InlineData("2026-11-25T22:19:55+00:00", 1795645195000)]
    [InlineData("2026-11-25T22:19:55.1+00:00", 1795645195100)]
    [InlineData("2026-11-25T22:19:55.0309+00:00", 1795645195030)]
    [InlineData("2026-11-25T23:19:55.9999999+01:00", 1795645195999)]
    public async Task An_instant_is_read_as_the_server_reads_it(string instant, long milliseconds)
    {
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds(), milliseconds);
        await using (var scene = await StartAsync(OptionsOf("new")))
        {
            await scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = (await scene.OrderedAsync()).Number, Text = "När?" });
            await using var context = scene.OpenFile();
            await context.Database.ExecuteSqlAsync($"UPDATE work_orders SET document = json_set(document, '$.questions[0].asked_at', {instant})");
        }
        await MakeOldAsync();
        await using var old = await StartAsync(OptionsOf("old"));
        await using var filled = old.OpenFile();
        Assert.Equal((milliseconds, null), (await filled.Questions.Select(q => new { q.AskedAt, q.AnsweredAt }).ToListAsync()) is [var only] ? (only.AskedAt, only.AnsweredAt) : default);
    }

    /// <summary>Open, answered, of a declined, a reassigned and a cancelled order, and one that was placed anew.</summary>
    private static async Task PlayAsync(Scene scene)
    {
        await AskedAsync(scene);
        await AnswerAsync(scene, await AskedAsync(scene));
        var declined = await AskedAsync(scene);
        await scene.Firm.DeclineWorkOrderAsync(new() { RequestId = NewId(), Number = declined, Reason = "Hinner inte" });
        var reassigned = await AskedAsync(scene);
        await AnswerAsync(scene, reassigned);
        await scene.Dispatch.ReassignWorkOrderAsync(new() { RequestId = NewId(), Number = reassigned, ContractorId = RivalId, Reason = "Hinner inte" });
        var cancelled = await AskedAsync(scene);
        await scene.Elsa.CancelWorkOrderAsync(new() { RequestId = NewId(), Number = cancelled, Reason = "Dubblett" });
        var anew = await AskedAsync(scene);
        await scene.Firm.DeclineWorkOrderAsync(new() { RequestId = NewId(), Number = anew, Reason = "Hinner inte" });
        await scene.Dispatch.PlaceWorkOrderAsync(new() { RequestId = NewId(), Number = anew, ContractorId = RivalId });
        await scene.OrderedAsync();
    }

    private static async Task<long> AskedAsync(Scene scene)
    {
        var number = (await scene.OrderedAsync()).Number;
        await scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = number, Text = "Ska blandaren bytas?" });
        return number;
    }

    private static async Task AnswerAsync(Scene scene, long number) =>
        await scene.Elsa.AnswerQuestionAsync(new() { RequestId = NewId(), Number = number, QuestionId = 1, Text = "Ja" });

    private static async Task<V1.ListQuestionsResponse> ListAsync(Scene scene) => await scene.Firm.ListQuestionsAsync(new() { State = V1.QuestionState.Open });

    private static Task<List<QuestionRow>> RowsAsync(WorkOrdersContext context) =>
        context.Questions.OrderBy(q => q.Number).ThenBy(q => q.QuestionId).ToListAsync();

    /// <summary>The tables as the migration before made them, with the rows of the new file that they have room for.</summary>
    private async Task MakeOldAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.CreateDirectory(Path.Combine(_folder.Path, "old"));
        await using var context = new WorkOrdersContext(
            new DbContextOptionsBuilder<WorkOrdersContext>().UseSqlite($"Data Source={FileOf("old")};Pooling=False;Foreign Keys=False").Options);
        await context.GetService<IMigrator>().MigrateAsync("20261124015716_First");
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlAsync($"ATTACH {FileOf("new")} AS new");
        foreach (var table in new[] { "contractors", "events", "log_meta", "request_ids", "tenant_contacts", "work_orders" })
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
