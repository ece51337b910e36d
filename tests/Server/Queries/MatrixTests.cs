using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Lifecycle.Scene;

namespace WorkOrders.Server.Tests.Queries;

public sealed class MatrixTests
{
    [Fact]
    public async Task The_counts_are_those_of_the_lists_after_every_kind_of_change()
    {
        await using var scene = await StartAsync();
        await scene.Elsa.RegisterWorkOrderAsync(GuideOrder(contractor: null));
        await scene.Firm.RegisterWorkOrderAsync(Finding());
        await scene.OrderedAsync();
        await scene.AcceptedAsync();
        await scene.Firm.DeclineWorkOrderAsync(new() { RequestId = NewId(), Number = (await scene.OrderedAsync()).Number, Reason = "Fel område" });
        await scene.Elsa.CancelWorkOrderAsync(new() { RequestId = NewId(), Number = (await scene.AcceptedAsync()).Number, Reason = "Dubblett" });
        await scene.Dispatch.ReassignWorkOrderAsync(new() { RequestId = NewId(), Number = (await scene.AcceptedAsync()).Number, ContractorId = RivalId, Reason = "Hinner inte" });
        await scene.Dispatch.MarkWorkOrderInvoicedAsync(new() { RequestId = NewId(), Number = (await scene.CompletedAsync()).Number });
        await scene.Elsa.ReopenWorkOrderAsync(new() { RequestId = NewId(), Number = (await scene.CompletedAsync()).Number, Reason = "Droppar än" });
        await scene.CompletedAsync();

        foreach (var client in new[] { scene.Firm, scene.Rival, scene.Elsa })
        {
            var listed = (await client.ListWorkOrdersAsync(new() { PageSize = 200 })).WorkOrders.CountBy(o => (o.Status, o.Type)).ToDictionary();
            Assert.Equal(listed, Cells((await client.GetStatusMatrixAsync(new())).Matrix));
        }
        var firms = (await scene.Elsa.ListWorkOrdersAsync(new() { Filter = new() { ContractorId = FirmId } })).WorkOrders.CountBy(o => (o.Status, o.Type)).ToDictionary();
        Assert.Equal(firms, Cells((await scene.Elsa.GetStatusMatrixAsync(new() { ContractorId = FirmId })).Matrix));
    }

    [Fact]
    public async Task A_contractor_asks_for_its_own_matrix_alone()
    {
        await using var scene = await StartAsync();
        await scene.OrderedAsync();
        Assert.Single((await scene.Firm.GetStatusMatrixAsync(new() { ContractorId = FirmId })).Matrix.Counts);
        Assert.Equal(["contractor_id"], (await Refusal.OfAsync(scene.Rival.GetStatusMatrixAsync(new() { ContractorId = FirmId }))).Fields);
    }

    [Fact]
    public async Task Every_number_is_that_of_the_list_behind_it_also_for_what_was_done_long_ago()
    {
        var clock = new FakeTimeProvider(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var scene = await StartAsync(new() { Clock = clock });
        await scene.CompletedAsync();
        await scene.Server.SleepAsync(TimeSpan.FromDays(31));
        await scene.CompletedAsync();
        await scene.OrderedAsync();

        foreach (var (reader, completed) in new[] { (scene.Firm, 1), (scene.Elsa, 2), (scene.Dispatch, 2) })
        {
            var counts = (await reader.GetStatusMatrixAsync(new())).Matrix.Counts;
            Assert.Equal(completed, counts.Single(c => c.Status is WorkOrderStatus.Completed).Count);
            foreach (var count in counts)
                Assert.Equal(count.Count, (await reader.ListWorkOrdersAsync(new() { Filter = new() { Statuses = { count.Status }, Types_ = { count.Type } } })).WorkOrders.Count);
        }
        Assert.Equal(2, (await scene.Dispatch.GetWallBoardAsync(new())).Matrix.Counts.Single(c => c.Status is WorkOrderStatus.Completed).Count);
    }

    [Fact]
    public async Task The_wall_shows_the_worst_first_and_how_many_there_are()
    {
        var clock = new FakeTimeProvider(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var scene = await StartAsync(new() { Clock = clock, Settings = { ["Limits:MachineBurst"] = "100000" } });
        List<long> numbers = [], planned = [];
        for (var i = 0; i < 3; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            numbers.Add((await scene.OrderedAsync()).Number);
            await scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = numbers[i], Text = "Ska blandaren bytas?" });
            var wish = GuideOrder();
            wish.PlannedFor = $"2026-03-{3 - i:00}";
            planned.Add((await scene.Elsa.RegisterWorkOrderAsync(wish)).WorkOrder.Number);
            await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = NewId(), Number = planned[i] });
        }
        var declined = new[] { await scene.OrderedAsync(), await scene.OrderedAsync() }.Select(o => o.Number).Reverse().ToList();
        foreach (var number in declined)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await scene.Firm.DeclineWorkOrderAsync(new() { RequestId = NewId(), Number = number, Reason = "Fel område" });
        }
        clock.Advance(TimeSpan.FromDays(2));

        var wall = await scene.Dispatch.GetWallBoardAsync(new() { ListSize = 2 });
        AssertList(wall.OpenQuestions, 3, numbers[0], numbers[1]);
        AssertList(wall.NotAccepted, 3, numbers[0], numbers[1]);
        // today is the 3rd: what was planned for it isn't late
        AssertList(wall.Overdue, 2, planned[2], planned[1]);
        // 16 working hours after the Sunday on which they came, the tenants must have been called
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 15, 0, 0, TimeSpan.Zero), wall.NextDueAt.ToDateTimeOffset());
        AssertList(wall.Declined, 2, declined[0], declined[1]);
        Assert.Equal(scene.Head, wall.Revision);
        Assert.Equal([WorkOrderEvent.KindOneofCase.Declined, WorkOrderEvent.KindOneofCase.Declined], wall.NewestEvents.Select(e => e.KindCase));
        Assert.Equal(new ContractorReference { Id = FirmId, Name = "Testfirma AB" }, Assert.Single(wall.Contractors).Contractor);
        Assert.Equal(wall.Matrix, wall.Contractors[0].Matrix);
    }

    [Fact]
    public async Task The_wall_tells_what_waits_by_contractor_and_by_district_if_it_is_asked_to()
    {
        await using var scene = await StartAsync();
        var (farsta, enskede) = (await PlacedAsync("Farsta", FirmId), await PlacedAsync("Enskede", FirmId));
        var rivals = await PlacedAsync("Farsta", RivalId);
        await scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = enskede, Text = "Ska blandaren bytas?" });
        await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = NewId(), Number = farsta });

        var wall = await scene.Dispatch.GetWallBoardAsync(new() { Groupings = { WallGrouping.Contractor, WallGrouping.District } });
        Assert.Equal(
            [(FirmId, "Testfirma AB", 1, 1, 1, 0, 0, enskede), (RivalId, "Söderorts Rörjour AB", 1, 0, 1, 0, 0, rivals)],
            wall.ContractorGroups.OrderByDescending(g => g.Key).Select(Told));
        Assert.Equal([("Enskede", "Enskede", 1, 1, 1, 0, 0, enskede), ("Farsta", "Farsta", 1, 0, 1, 0, 0, rivals)], wall.DistrictGroups.Select(Told));

        // as of the new revision, and not as it was told before
        await scene.Rival.DeclineWorkOrderAsync(new() { RequestId = NewId(), Number = rivals, Reason = "Fel område" });
        var later = await scene.Dispatch.GetWallBoardAsync(new() { Groupings = { WallGrouping.District } });
        Assert.Contains(("Farsta", "Farsta", 1, 0, 0, 1, 0, rivals), later.DistrictGroups.Select(Told));
        Assert.Empty(later.ContractorGroups);

        var refusal = await Refusal.OfAsync(scene.Dispatch.GetWallBoardAsync(new() { ListSize = -1, Groupings = { WallGrouping.Unspecified } }));
        Assert.Equal(["list_size", "groupings"], refusal.Fields);

        async Task<long> PlacedAsync(string district, string contractor)
        {
            var wish = Scene.GuideOrder(contractor);
            wish.PropertyObject.District = district;
            return (await scene.Elsa.RegisterWorkOrderAsync(wish)).WorkOrder.Number;
        }

        static (string, string, int, int, int, int, int, long) Told(WallGroup g) =>
            (g.Key, g.Name, g.Total, g.OpenQuestions, g.NotAccepted, g.Declined, g.Overdue, Assert.Single(g.Worst).Number);
    }

    [Fact]
    public async Task The_wall_is_for_dispatchers_and_walls_alone()
    {
        await using var scene = await StartAsync();
        (await Refusal.OfAsync(scene.Firm.GetWallBoardAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
        (await Refusal.OfAsync(scene.Elsa.GetWallBoardAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
    }

    private static void AssertList(WallList list, int total, params IReadOnlyList<long> numbers)
    {
        Assert.Equal(total, list.Total);
        Assert.Equal(numbers, list.Orders.Select(o => o.Number));
    }

    private static RegisterWorkOrderRequest Finding()
    {
        var finding = GuideOrder(contractor: null);
        (finding.Tenant, finding.Access) = (null, null);
        return finding;
    }

    private static Dictionary<(WorkOrderStatus, WorkOrderType), int> Cells(StatusMatrix matrix) =>
        matrix.Counts.ToDictionary(c => (c.Status, c.Type), c => c.Count);
}
