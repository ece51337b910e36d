using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Lifecycle;

public sealed class BundleTests(Scene scene) : IClassFixture<Scene>
{
    private static string NewObject => $"{Random.Shared.NextInt64(10_000_000, 99_999_999)}";

    [Fact]
    public async Task Orders_of_the_same_object_contractor_and_day_join_one_bundle_by_themselves()
    {
        var property = NewObject;
        var orders = await Task.WhenAll(scene.OrderedAsync(property), scene.OrderedAsync(property), scene.OrderedAsync(property));

        Assert.Single(orders.Select(o => o.BundleNumber).Distinct());
        Assert.Matches($@"\A{property}-[0-9]{{8}}\z", orders[0].BundleNumber);
    }

    [Fact]
    public async Task A_bundle_is_accepted_whole_and_in_one_commit()
    {
        var property = NewObject;
        var orders = await Task.WhenAll(scene.OrderedAsync(property), scene.OrderedAsync(property), scene.OrderedAsync(property));
        var head = scene.Head;
        var answer = await scene.Firm.AcceptBundleAsync(new() { RequestId = Scene.NewId(), BundleNumber = orders[0].BundleNumber });

        Assert.Equal(head + 1, answer.Revision);
        Assert.Equal(orders.Select(o => o.Number).Order(), answer.WorkOrders.Select(o => o.Number));
        Assert.All(answer.WorkOrders, o => Assert.Equal((WorkOrderStatus.Accepted, "Test Testsson"), (o.Status, o.Tenant.Name)));
        Assert.Equal([0, 1, 2], (await scene.LogAsync()).Where(e => e.Revision == answer.Revision).Select(e => e.Index));
    }

    [Fact]
    public async Task A_bundle_of_which_nothing_waits_is_refused_and_anothers_is_none()
    {
        var bundle = (await scene.OrderedAsync()).BundleNumber;
        await scene.Firm.AcceptBundleAsync(new() { RequestId = Scene.NewId(), BundleNumber = bundle });

        (await Refusal.OfAsync(scene.Firm.AcceptBundleAsync(new() { RequestId = Scene.NewId(), BundleNumber = bundle }))).Is(
            StatusCode.FailedPrecondition, "INVALID_STATE_TRANSITION");
        var refusal = await Refusal.OfAsync(scene.Rival.AcceptBundleAsync(new() { RequestId = Scene.NewId(), BundleNumber = bundle }));
        refusal.Is(StatusCode.NotFound, "BUNDLE_NOT_FOUND");
        Assert.Equal(bundle, refusal.Info.Metadata["bundle_number"]);
    }

    [Fact]
    public async Task A_group_that_the_landlord_makes_is_numbered_as_the_orders_are_given()
    {
        var property = NewObject;
        var first = await scene.OrderedAsync(property);
        var second = await scene.OrderedAsync(property);
        var answer = await scene.Elsa.BundleWorkOrdersAsync(new() { RequestId = Scene.NewId(), Numbers = { second.Number, first.Number } });
        Assert.Equal([$"{first.BundleNumber}-1-2", $"{first.BundleNumber}-1-1"], answer.WorkOrders.Select(o => o.BundleNumber));

        var third = await scene.OrderedAsync(property);
        var next = await scene.Elsa.BundleWorkOrdersAsync(new() { RequestId = Scene.NewId(), Numbers = { third.Number } });
        Assert.Equal($"{first.BundleNumber}-2-1", next.WorkOrders.Single().BundleNumber);

        var alone = await scene.Elsa.UnbundleWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = third.Number });
        Assert.Equal("", alone.WorkOrder.BundleNumber);
    }

    [Fact]
    public async Task Orders_of_different_objects_share_no_bundle_and_none_of_them_is_changed()
    {
        var (one, other) = (await scene.OrderedAsync(), await scene.OrderedAsync());
        var head = scene.Head;
        var refusal = await Refusal.OfAsync(scene.Elsa.BundleWorkOrdersAsync(new() { RequestId = Scene.NewId(), Numbers = { one.Number, other.Number } }));

        refusal.Is(StatusCode.FailedPrecondition, "BUNDLE_MISMATCH");
        Assert.Equal($"{other.Number}", refusal.Info.Metadata["number"]);
        Assert.Equal(head, scene.Head);
        (await Refusal.OfAsync(scene.Elsa.BundleWorkOrdersAsync(new() { RequestId = Scene.NewId(), Numbers = { one.Number, 999_999_999 } }))).Is(
            StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");
    }

    [Fact]
    public async Task A_command_on_a_bundle_is_carried_out_once_too()
    {
        var request = new AcceptBundleRequest { RequestId = Scene.NewId(), BundleNumber = (await scene.OrderedAsync()).BundleNumber };
        var first = await scene.Firm.AcceptBundleAsync(request);
        Assert.Equal(first, await scene.Firm.AcceptBundleAsync(request));
    }
}
