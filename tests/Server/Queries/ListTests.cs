using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Lifecycle.Scene;

namespace WorkOrders.Server.Tests.Queries;

public sealed class ListTests(Scene scene) : IClassFixture<Scene>
{
    private static readonly string[] Orders = ["number", "ordered_at", "planned_for", "waiting"];

    public static TheoryData<string> OrderBys => [.. Orders, .. Orders.Select(o => $"{o} desc")];

    [Theory, MemberData(nameof(OrderBys))]
    public async Task Pages_make_the_whole_list_in_its_order(string orderBy)
    {
        var (objectNumber, numbers) = await ManyAsync();
        var filter = new WorkOrderFilter { ObjectNumber = objectNumber };

        List<WorkOrder> paged = [];
        var page = new ListWorkOrdersResponse();
        do
        {
            page = await scene.Elsa.ListWorkOrdersAsync(new() { Filter = filter, OrderBy = orderBy, PageSize = 3, PageToken = page.NextPageToken });
            Assert.InRange(page.WorkOrders.Count, 1, 3);
            paged.AddRange(page.WorkOrders);
        }
        while (page.NextPageToken.Length > 0);

        Assert.Equal(numbers, paged.Select(o => o.Number).Order());
        var (key, desc) = (Key(orderBy.Split(' ')[0]), orderBy.EndsWith("desc", StringComparison.Ordinal));
        var withKey = paged.TakeWhile(o => key(o) is not null).ToList();
        Assert.All(paged.Skip(withKey.Count), o => Assert.Null(key(o)));
        Assert.Equal(desc ? withKey.OrderByDescending(key).ThenByDescending(o => o.Number) : withKey.OrderBy(key).ThenBy(o => o.Number), withKey);
    }

    [Fact]
    public async Task A_page_stays_where_it_was_when_orders_come_before_it()
    {
        var (objectNumber, numbers) = await ManyAsync();
        var filter = new WorkOrderFilter { ObjectNumber = objectNumber };
        var first = await scene.Elsa.ListWorkOrdersAsync(new() { Filter = filter, PageSize = 4 });
        await scene.OrderedAsync(objectNumber);
        var second = await scene.Elsa.ListWorkOrdersAsync(new() { Filter = filter, PageSize = 200, PageToken = first.NextPageToken });
        Assert.Equal(numbers.Reverse(), first.WorkOrders.Concat(second.WorkOrders).Select(o => o.Number));
    }

    [Fact]
    public async Task A_list_tells_the_revision_to_watch_from()
    {
        await scene.OrderedAsync();
        var list = await scene.Elsa.ListWorkOrdersAsync(new() { PageSize = 1 });
        var status = await new WorkOrderFeedService.WorkOrderFeedServiceClient(scene.Server.As("elsa")).GetFeedStatusAsync(new());
        Assert.Equal((status.LogId, status.HeadRevision), (list.LogId, list.Revision));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("x")]
    [InlineData("å + *")]
    [InlineData("AQAAAAAAAAAAAQAAAAAAAAABAAAAAAAAAAE")]
    public async Task A_token_that_is_none_of_the_list_is_refused(string token) =>
        Assert.Equal(["page_token"], (await RefusedAsync(new() { PageToken = token })).Fields);

    [Fact]
    public async Task A_token_of_another_filter_or_order_is_refused()
    {
        await ManyAsync();
        var token = (await scene.Elsa.ListWorkOrdersAsync(new() { PageSize = 1 })).NextPageToken;
        Assert.Equal(["page_token"], (await RefusedAsync(new() { PageToken = token, OrderBy = "number" })).Fields);
        Assert.Equal(["page_token"], (await RefusedAsync(new() { PageToken = token, Filter = new() { Overdue = true } })).Fields);
    }

    [Fact]
    public async Task All_wrong_fields_are_told_at_once() =>
        Assert.Equal(
            ["filter.statuses", "filter.types", "filter.text", "order_by", "page_size", "page_token"],
            (await RefusedAsync(new()
            {
                Filter = new() { Statuses = { (WorkOrderStatus)99 }, Types_ = { WorkOrderType.Unspecified }, Text = "!?" },
                OrderBy = "colour",
                PageSize = -1,
                PageToken = "x",
            })).Fields);

    [Fact]
    public async Task A_page_of_a_billion_is_a_page_of_200()
    {
        await using var own = await StartAsync();
        var objectNumber = "64010765";
        await Task.WhenAll(Enumerable.Range(0, 201).Select(_ => own.OrderedAsync(objectNumber)));
        var list = await own.Elsa.ListWorkOrdersAsync(new() { PageSize = 1_000_000_000 });
        Assert.Equal(200, list.WorkOrders.Count);
        Assert.Single((await own.Elsa.ListWorkOrdersAsync(new() { PageSize = 1_000_000_000, PageToken = list.NextPageToken })).WorkOrders);
        Assert.Equal(50, (await own.Firm.ListWorkOrdersAsync(new())).WorkOrders.Count);
    }

    [Fact]
    public async Task A_contractor_lists_its_own_orders_alone()
    {
        var own = (await scene.OrderedAsync()).Number;
        var rivals = (await scene.Elsa.RegisterWorkOrderAsync(GuideOrder(RivalId))).WorkOrder.Number;
        var numbers = (await scene.Firm.ListWorkOrdersAsync(new() { PageSize = 200 })).WorkOrders.Select(o => o.Number).ToList();
        Assert.Contains(own, numbers);
        Assert.DoesNotContain(rivals, numbers);
        Assert.Equal(["filter.contractor_id"], new Refusal(await Assert.ThrowsAsync<RpcException>(async () =>
            await scene.Firm.ListWorkOrdersAsync(new() { Filter = new() { ContractorId = RivalId } }))).Fields);
    }

    [Fact]
    public async Task A_contractor_sees_what_is_done_for_30_days_and_the_landlord_for_ever()
    {
        var clock = new FakeTimeProvider(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var own = await StartAsync(new() { Clock = clock, Settings = { ["Limits:MachineBurst"] = "100000" } });
        var number = (await own.CompletedAsync()).Number;

        await own.Server.SleepAsync(TimeSpan.FromDays(30));
        Assert.Single((await own.Firm.ListWorkOrdersAsync(new())).WorkOrders);
        Assert.Equal(1, Assert.Single((await own.Firm.GetStatusMatrixAsync(new())).Matrix.Counts).Count);

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await own.Firm.ListWorkOrdersAsync(new())).WorkOrders);
        Assert.Empty((await own.Firm.GetStatusMatrixAsync(new())).Matrix.Counts);
        Assert.Equal(number, Assert.Single((await own.Elsa.ListWorkOrdersAsync(new())).WorkOrders).Number);
        Assert.Equal(1, Assert.Single((await own.Elsa.GetStatusMatrixAsync(new())).Matrix.Counts).Count);
    }

    [Fact]
    public async Task Each_filter_narrows()
    {
        var objectNumber = NewObject();
        var ordered = await scene.OrderedAsync(objectNumber);
        var asked = (await scene.OrderedAsync(objectNumber)).Number;
        await scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = asked, Text = "Ska blandaren bytas?" });
        var late = GuideOrder(RivalId, objectNumber);
        (late.Type, late.PlannedFor) = (WorkOrderType.Maintenance, "2019-08-19");
        var overdue = (await scene.Elsa.RegisterWorkOrderAsync(late)).WorkOrder.Number;

        // two contractors' bundles of one object and day have one number
        Assert.Equal([overdue, asked, ordered.Number], await NumbersAsync(new() { BundleNumber = ordered.BundleNumber }));
        Assert.Equal([], await NumbersAsync(new() { BundleNumber = $"{objectNumber}-20190819" }));
        Assert.Equal([overdue, asked, ordered.Number], await NumbersAsync(new() { BundleNumbers = { ordered.BundleNumber, "1-20190819" } }));
        Assert.Equal([], await NumbersAsync(new() { BundleNumbers = { $"{objectNumber}-20190819" } }));
        Assert.Equal(["filter.bundle_numbers"], new Refusal(await Assert.ThrowsAsync<RpcException>(() =>
            NumbersAsync(new() { BundleNumbers = { Enumerable.Repeat("1-20190819", 201) } }))).Fields);
        Assert.Equal([asked], await NumbersAsync(new() { OpenQuestion = true }));
        Assert.Equal([overdue], await NumbersAsync(new() { Overdue = true }));
        Assert.Equal([overdue], await NumbersAsync(new() { Types_ = { WorkOrderType.Maintenance } }));
        Assert.Equal([overdue], await NumbersAsync(new() { ContractorId = RivalId }));
        Assert.Equal([overdue, asked, ordered.Number], await NumbersAsync(new() { Statuses = { WorkOrderStatus.Ordered, WorkOrderStatus.Accepted } }));
        Assert.Equal([overdue, asked, ordered.Number], await NumbersAsync(new() { OrdererAccount = "demo-elsa" }));
        Assert.Equal([], await NumbersAsync(new() { OrdererAccount = "somebody" }));

        async Task<IEnumerable<long>> NumbersAsync(WorkOrderFilter filter)
        {
            filter.ObjectNumber = objectNumber;
            return (await scene.Elsa.ListWorkOrdersAsync(new() { Filter = filter })).WorkOrders.Select(o => o.Number);
        }
    }

    /// <summary>Nine orders of one object, which differ in what lists are ordered by; some lack it.</summary>
    private async Task<(string ObjectNumber, IReadOnlyList<long> Numbers)> ManyAsync()
    {
        var objectNumber = NewObject();
        List<long> numbers = [];
        for (var i = 0; i < 9; i++)
        {
            var wish = GuideOrder(i % 3 == 0 ? null : FirmId, objectNumber);
            wish.PlannedFor = i % 4 == 0 ? "" : $"2026-12-{10 + (i * 7 % 5)}";
            numbers.Add((await scene.Elsa.RegisterWorkOrderAsync(wish)).WorkOrder.Number);
            if (i % 3 == 1) await scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = numbers[^1], Text = "Ska blandaren bytas?" });
        }
        return (objectNumber, numbers);
    }

    private static Func<WorkOrder, object?> Key(string name) => name switch
    {
        "number" => o => o.Number,
        "ordered_at" => o => o.OrderedAt?.ToDateTimeOffset(),
        "planned_for" => o => o.PlannedFor.Length == 0 ? null : o.PlannedFor,
        _ => o => o.Questions.FirstOrDefault(q => q.Answer is null)?.AskedAt.ToDateTimeOffset(),
    };

    private static string NewObject() => $"{Random.Shared.NextInt64(10_000_000, 99_999_999)}";

    private async Task<Refusal> RefusedAsync(ListWorkOrdersRequest request) =>
        new(await Assert.ThrowsAsync<RpcException>(async () => await scene.Elsa.ListWorkOrdersAsync(request)));
}
