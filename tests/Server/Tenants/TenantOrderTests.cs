using Grpc.Core;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.V1.TenantService;

namespace WorkOrders.Server.Tests.Tenants;

/// <summary>What the tenant portal reads: the orders of an object, and one with what has happened.</summary>
public sealed class TenantOrderTests(Scene scene) : IClassFixture<Scene>
{
    private TenantServiceClient Portal => new(scene.Server.As("minasidor"));

    [Fact]
    public async Task One_order_with_what_has_happened_newest_first()
    {
        var order = await scene.AcceptedAsync();
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = order.Number, Phrase = "Tid är bokad med kund", Text = "kl. 8, portkod 1234" });
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = order.Number, Phrase = "Sökt kund men telefonnummer stämmer ej" });
        await scene.Firm.UpdateWorkOrderAsync(new()
        {
            RequestId = Scene.NewId(),
            Number = order.Number,
            Changes = new() { PlannedFor = "2026-12-03" },
            UpdateMask = new() { Paths = { "planned_for" } },
        });

        var answer = await Portal.GetTenantOrderAsync(new() { Number = order.Number });

        Assert.Equal(
            ["Arbetet är planerat till 2026-12-03.", "Tid är bokad med kund", "En entreprenör har tagit uppdraget."],
            answer.Rows.Select(r => r.Text.Swedish));
        Assert.Equal((TenantStatus.Accepted, "Entreprenör utsedd", "Contractor assigned"),
            (answer.Order.Status, answer.Order.StatusText.Swedish, answer.Order.StatusText.English));
        Assert.Equal(("Felanmälan", "Kök", "Diskbänk", "Blandare dåligt tryck", "2026-12-03"),
            (answer.Order.TypeText.Swedish, answer.Order.Space, answer.Order.Unit, answer.Order.Phrase, answer.Order.PlannedFor));
        Assert.Equal((order.PropertyObject.Number, scene.Head), (answer.Order.ObjectNumber, answer.Revision));
    }

    [Fact]
    public async Task An_order_that_goes_to_another_contractor_says_so_and_its_plan_is_gone()
    {
        var order = await scene.AcceptedAsync();
        await scene.Firm.UpdateWorkOrderAsync(new()
        {
            RequestId = Scene.NewId(),
            Number = order.Number,
            Changes = new() { PlannedFor = "2026-12-03" },
            UpdateMask = new() { Paths = { "planned_for" } },
        });
        await scene.Dispatch.ReassignWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = order.Number, ContractorId = Scene.RivalId, Reason = "Hinner inte" });

        var answer = await Portal.GetTenantOrderAsync(new() { Number = order.Number });

        Assert.Equal((TenantStatus.Ordered, ""), (answer.Order.Status, answer.Order.PlannedFor));
        Assert.Equal(
            (TenantNewsKind.HandedOver, "Ärendet har gått till en annan entreprenör. Har du bokat en tid gäller den inte längre."),
            (answer.Rows[0].Kind, answer.Rows[0].Text.Swedish));
    }

    [Fact]
    public async Task Another_tenants_order_is_answered_as_one_that_does_not_exist()
    {
        var order = await scene.OrderedAsync();
        Assert.NotNull((await Portal.GetTenantOrderAsync(new() { Number = order.Number, ObjectNumber = order.PropertyObject.Number, MovedInOn = "2009-08-27" })).Order);

        var anothers = await Refusal.OfAsync(Portal.GetTenantOrderAsync(new() { Number = order.Number, ObjectNumber = "1" }));
        var earlier = await Refusal.OfAsync(Portal.GetTenantOrderAsync(new() { Number = order.Number, MovedInOn = "2999-01-01" }));
        anothers.Is(StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");
        Assert.Equal(anothers.Bytes, earlier.Bytes);
        // but for the number that was asked for, as for one that nobody has
        var nobodys = await Refusal.OfAsync(Portal.GetTenantOrderAsync(new() { Number = order.Number + 1_000_000 }));
        Assert.Equal(anothers.Info.Metadata.Keys, nobodys.Info.Metadata.Keys);
        nobodys.Is(StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");
    }

    [Fact]
    public async Task An_objects_orders_newest_first_page_by_page_without_those_of_who_lived_there_before()
    {
        var objectNumber = $"{Random.Shared.NextInt64(10_000_000, 99_999_999)}";
        List<long> numbers = [];
        for (var i = 0; i < 3; i++) numbers.Insert(0, (await scene.OrderedAsync(objectNumber)).Number);
        await scene.OrderedAsync();

        var request = new ListTenantOrdersRequest { ObjectNumber = objectNumber, MovedInOn = "2009-08-27", PageSize = 2 };
        var first = await Portal.ListTenantOrdersAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await Portal.ListTenantOrdersAsync(request);

        Assert.Equal(numbers, first.Orders.Concat(second.Orders).Select(o => o.Number));
        Assert.Equal((2, ""), (first.Orders.Count, second.NextPageToken));
        Assert.Empty((await Portal.ListTenantOrdersAsync(new() { ObjectNumber = objectNumber, MovedInOn = "2999-01-01" })).Orders);
    }

    [Fact]
    public async Task All_wrong_fields_are_told_at_once()
    {
        Assert.Equal(
            ["object_number", "moved_in_on", "page_size", "page_token"],
            (await Refusal.OfAsync(Portal.ListTenantOrdersAsync(new() { PageSize = -1, PageToken = "nonsense" }))).Fields);
        Assert.Equal(
            ["number", "moved_in_on"], (await Refusal.OfAsync(Portal.GetTenantOrderAsync(new() { MovedInOn = "i går" }))).Fields);
    }

    [Fact]
    public async Task A_watch_goes_on_from_what_was_read()
    {
        var order = await scene.OrderedAsync();
        var read = await Portal.GetTenantOrderAsync(new() { Number = order.Number });
        await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = order.Number });

        using var feed = TenantFollowing.After(scene.Server.As("minasidor"), read.LogId, read.Revision);
        Assert.Equal(TenantNewsKind.Accepted, (await feed.UntilAsync(f => f.Items is not null)).Items.Items[0].Kind);
    }
}
