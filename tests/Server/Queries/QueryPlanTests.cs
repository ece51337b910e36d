using System.Collections.Concurrent;
using System.Data.Common;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WorkOrders.Domain;
using WorkOrders.Server.Feed;
using WorkOrders.Server.Photos;
using WorkOrders.Server.Queries;
using WorkOrders.Server.Store;
using WorkOrders.Server.Tenants;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;

namespace WorkOrders.Server.Tests.Queries;

/// <summary>With a million orders nothing may go through a whole table: the database is asked how it would find what is asked for.</summary>
public sealed class QueryPlanTests(Scene scene) : IClassFixture<Scene>, IAsyncLifetime
{
    private static readonly Actor Elsa = new(ActorRole.Orderer, "demo-elsa", "Elsa Österberg");
    private static readonly Actor Firm = new(ActorRole.Contractor, "testfirma", "Testfirma AB", new(Scene.FirmId, "Testfirma AB"));

    /// <summary>What is empty is not asked for: each list must have something in it.</summary>
    public async Task InitializeAsync()
    {
        if (scene.Head > 0) return;
        var number = (await scene.CompletedAsync()).Number;
        await scene.Dispatch.MarkWorkOrderInvoicedAsync(new() { RequestId = Scene.NewId(), Number = number });
        await scene.CompletedAsync();
        await AskAsync("Ska blandaren bytas?");
        await scene.Elsa.AnswerQuestionAsync(new() { RequestId = Scene.NewId(), Number = await AskAsync("Finns det hiss?"), QuestionId = 1, Text = "Nej" });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string> Lists =>
    [
        "{}",
        """{"orderBy":"number"}""",
        """{"orderBy":"ordered_at desc"}""",
        """{"orderBy":"planned_for"}""",
        """{"orderBy":"waiting"}""",
        """{"filter":{"statuses":["WORK_ORDER_STATUS_INVOICED"]}}""",
        """{"filter":{"types":["WORK_ORDER_TYPE_FAULT"]}}""",
        """{"filter":{"statuses":["WORK_ORDER_STATUS_COMPLETED"],"types":["WORK_ORDER_TYPE_FAULT","WORK_ORDER_TYPE_MAINTENANCE"]}}""",
        """{"filter":{"bundleNumber":"64010765-20190819"}}""",
        """{"filter":{"bundleNumbers":["64010765-20190819","64010765-20190820"],"statuses":["WORK_ORDER_STATUS_ORDERED"]}}""",
        """{"filter":{"objectNumber":"64010765"}}""",
        """{"filter":{"openQuestion":true},"orderBy":"waiting"}""",
        """{"orderBy":"due_at"}""",
        """{"filter":{"overdue":true}}""",
        """{"filter":{"overdue":true},"orderBy":"due_at"}""",
        """{"filter":{"overdue":true},"orderBy":"planned_for"}""",
        """{"filter":{"text":"torög bland"}}""",
        """{"filter":{"text":"torög","statuses":["WORK_ORDER_STATUS_ORDERED"]}}""",
    ];

    [Theory, MemberData(nameof(Lists))]
    public void The_landlords_list_is_found_by_an_index(string request) => AssertIndexed(pages => pages.List(Parse(request), Elsa));

    [Theory, MemberData(nameof(Lists))]
    public void A_contractors_list_is_found_by_an_index(string request) => AssertIndexed(pages => pages.List(Parse(request), Firm));

    [Theory]
    [InlineData("""{"filter":{"contractorId":"1999/99999"}}""")]
    [InlineData("""{"filter":{"contractorId":"1999/99999","statuses":["WORK_ORDER_STATUS_CANCELLED"]}}""")]
    [InlineData("""{"filter":{"ordererAccount":"demo-elsa"}}""")]
    [InlineData("""{"filter":{"attention":"ATTENTION_DECLINED"},"orderBy":"declined_at"}""")]
    [InlineData("""{"filter":{"attention":"ATTENTION_FORGOTTEN"},"orderBy":"ordered_at"}""")]
    [InlineData("""{"filter":{"attention":"ATTENTION_OVERDUE"},"orderBy":"planned_for"}""")]
    [InlineData("""{"filter":{"attention":"ATTENTION_NONE"}}""")]
    [InlineData("""{"filter":{"attention":"ATTENTION_NONE","contractorId":"1999/99999"}}""")]
    public void What_only_the_landlord_may_ask_for_is_found_by_an_index(string request) => AssertIndexed(pages => pages.List(Parse(request), Elsa));

    [Theory]
    [InlineData(QuestionState.Open)]
    [InlineData(QuestionState.Answered)]
    public void Questions_and_their_counts_are_found_by_indexes_that_need_no_sorting(QuestionState state)
    {
        foreach (var caller in new[] { Elsa, Firm })
        {
            var first = new ListQuestionsRequest { State = state, PageSize = 1 };
            var end = state is QuestionState.Open ? 0 : long.MaxValue;
            var later = new ListQuestionsRequest { State = state, PageToken = PageToken.Write(new(end, end), $"questions {state}") };
            foreach (var request in new[] { first, later })
            {
                var plans = AssertIndexed(contexts => Assert.NotEmpty(new Questions(contexts, TimeProvider.System).List(request, caller).Questions));
                Assert.DoesNotContain(plans, p => p.Contains("TEMP B-TREE", StringComparison.Ordinal));
                var index = (caller == Firm ? "IX_questions_visible_to_" : "IX_questions_") + (state is QuestionState.Open ? "open" : "answered");
                Assert.Contains(plans, p => p.Contains($"INDEX {index}", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_desk_and_its_inbox_are_found_by_indexes()
    {
        var number = (await scene.OrderedAsync()).Number;
        await scene.Firm.SendMessageAsync(new() { RequestId = Scene.NewId(), Number = number, Text = "Kommer vid åtta" });
        await scene.Firm.AskQuestionAsync(new() { RequestId = Scene.NewId(), Number = number, Text = "Finns det hiss?" });
        var desks = scene.Server.Services.GetRequiredService<DeskBook>();
        foreach (var caller in new[] { Elsa, new(ActorRole.Dispatcher, "demo-dispatch", "Driftcentralen") })
            AssertIndexed(contexts => Assert.NotEmpty(new DeskQueries(contexts, TimeProvider.System, desks).Get(new(), caller).Questions));
        var plans = AssertIndexed(contexts => Assert.NotEmpty(new Messages(contexts).List(new() { PageSize = 1 }, Elsa).Messages));
        Assert.DoesNotContain(plans, p => p.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_left_to_read_is_found_by_indexes()
    {
        var number = await AskAsync("Ska blandaren bytas?");
        AssertIndexed(contexts => new Questions(contexts, TimeProvider.System).MarkRead(number, Firm));
        AssertIndexed(contexts => new Questions(contexts, TimeProvider.System).MarkRead(number, Elsa));
    }

    [Fact]
    public void The_matrix_is_found_by_an_index()
    {
        AssertIndexed(contexts => new StatusCounts(contexts, TimeProvider.System).Get(new(), Elsa));
        AssertIndexed(contexts => new StatusCounts(contexts, TimeProvider.System).Get(new(), Firm));
    }

    [Fact]
    public void What_is_overdue_is_found_by_an_index_whatever_else_waits()
    {
        foreach (var (caller, index) in new[] { (Elsa, "IX_work_orders_due_at"), (Firm, "IX_work_orders_visible_to_due_at") })
        {
            var plans = AssertIndexed(contexts =>
                new OrderPages(contexts, new(), WorkingCalendar.AroundTheClock, TimeProvider.System).List(Parse("""{"filter":{"overdue":true},"orderBy":"due_at"}"""), caller));
            Assert.Contains(plans, p => p.Contains($"INDEX {index}", StringComparison.Ordinal));
            Assert.DoesNotContain(plans, p => p.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_wall_is_found_by_indexes() => AssertIndexed(contexts => new WallBoard(contexts, new(), TimeProvider.System)
        .Get(new() { ListSize = 30, Groupings = { WallGrouping.Contractor, WallGrouping.District } }));

    [Fact]
    public async Task One_order_and_its_log_are_found_by_indexes()
    {
        var number = (await scene.OrderedAsync()).Number;
        AssertIndexed(contexts => new OneOrder(contexts, TimeProvider.System).Get(number, Firm));
        AssertIndexed(contexts => new OrderLog(contexts, TimeProvider.System).List(new() { Number = number }, Firm));
    }

    [Fact]
    public void The_feed_finds_its_part_of_the_log_by_indexes_that_it_need_not_sort()
    {
        foreach (var scope in new[] { new Scope(), new Scope { Contractor = Scene.FirmId } })
        {
            var plans = AssertIndexed(contexts => new LogPages(contexts).Read(new(scope, 0, 1_000), scene.Head));
            Assert.DoesNotContain(plans, p => p.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
        AssertIndexed(contexts => _ = new InitialState(contexts).Read(new() { Contractor = Scene.FirmId }, scene.Head, 1_000).ToList());
        AssertIndexed(contexts => _ = new InitialState(contexts).Read(new(), scene.Head, 1_000).ToList());
    }

    [Fact]
    public async Task Photos_are_found_by_indexes()
    {
        var number = (await scene.OrderedAsync()).Number;
        AssertIndexed(contexts =>
        {
            var uploads = new Uploads(contexts, new PhotoFiles(new()), new(), TimeProvider.System);
            var id = uploads.Begin(number, Firm.AccountId, 1_000)!.Value;
            uploads.SetReady(id, 400, 300);
            uploads.UnusedSince(TimeProvider.System.GetUtcNow(), 50);
            Assert.True(new PhotoAccess(contexts).MayRead(id, Firm));
            using var context = contexts.CreateDbContext();
            context.Photos.Where(p => p.Id == id).ExecuteUpdate(photo => photo.SetProperty(p => p.OrderVersion, 1));
            Assert.True(new PhotoAccess(contexts).MayRead(id, Firm));
        });
    }

    [Fact]
    public async Task What_tenants_see_and_their_links_are_found_by_indexes()
    {
        var order = await scene.OrderedAsync();
        AssertIndexed(contexts => new TenantOrders(contexts).Get(new() { Number = order.Number }));
        AssertIndexed(contexts => new TenantOrders(contexts).List(new() { ObjectNumber = order.PropertyObject.Number, MovedInOn = "2009-08-27" }));
        AssertIndexed(contexts =>
        {
            var links = new TenantLinks(
                contexts, new(new() { Folder = scene.Server.Folder }), new(), TimeProvider.System, NullLogger<TenantLinks>.Instance);
            var (token, _) = links.Create(order.Number, replacesOthers: true, "demo-elsa", new(Guid.NewGuid(), new byte[32]));
            Assert.NotNull(links.Find(token));
        });
    }

    private async Task<long> AskAsync(string text)
    {
        var number = (await scene.OrderedAsync("64010765")).Number;
        await scene.Firm.AskQuestionAsync(new() { RequestId = Scene.NewId(), Number = number, Text = text });
        return number;
    }

    private void AssertIndexed(Func<OrderPages, object> ask) => AssertIndexed(contexts => ask(new(contexts, new(), WorkingCalendar.AroundTheClock, TimeProvider.System)));

    private List<string> AssertIndexed(Action<IDbContextFactory<WorkOrdersContext>> ask)
    {
        var contexts = new Explaining(scene.Server.Services.GetRequiredService<DbContextOptions<WorkOrdersContext>>());
        ask(contexts);
        Assert.NotEmpty(contexts.Plans);
        Assert.DoesNotContain(contexts.Plans, IsScan);
        return [.. contexts.Plans];
    }

    /// <summary>A table is gone through if it is scanned in no index's order. The few rows of some may be: log_meta, status_counts, contractors.</summary>
    private static bool IsScan(string step) => step is "SCAN w" or "SCAN e" or "SCAN t" or "SCAN q" or "SCAN a" or "SCAN p" or "SCAN m" or "SCAN m0";

    private static ListWorkOrdersRequest Parse(string request) => JsonParser.Default.Parse<ListWorkOrdersRequest>(request);

    /// <summary>Contexts that ask for the plan of each query before they run it.</summary>
    private sealed class Explaining(DbContextOptions<WorkOrdersContext> options) : DbCommandInterceptor, IDbContextFactory<WorkOrdersContext>
    {
        public ConcurrentQueue<string> Plans { get; } = new();

        public WorkOrdersContext CreateDbContext() =>
            new(new DbContextOptionsBuilder<WorkOrdersContext>(options).AddInterceptors(this).Options);

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            using var explain = command.Connection!.CreateCommand();
            explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            explain.Transaction = command.Transaction;
            foreach (DbParameter parameter in command.Parameters)
            {
                var copy = explain.CreateParameter();
                (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
                explain.Parameters.Add(copy);
            }
            using var steps = explain.ExecuteReader();
            while (steps.Read()) Plans.Enqueue($"{steps.GetString(3)}");
            return result;
        }
    }
}
