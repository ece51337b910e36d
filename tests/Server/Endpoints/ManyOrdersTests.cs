using Google.Rpc;
using Grpc.Core;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.V1.DispatchService;

namespace WorkOrders.Server.Tests.Endpoints;

/// <summary>Many orders in one call: each carried out, refused and repeated on its own.</summary>
public sealed class ManyOrdersTests
{
    [Fact]
    public async Task Ordered_accepted_and_declined_ones_go_to_another_contractor_with_the_reason()
    {
        await using var scene = await Scene.StartAsync();
        var numbers = new[] { (await scene.OrderedAsync()).Number, (await scene.AcceptedAsync()).Number, await DeclinedAsync(scene) };
        var results = (await Desk(scene).ReassignWorkOrdersAsync(To(Scene.RivalId, numbers))).Results;

        Assert.Equal(numbers, results.Select(r => r.Number));
        Assert.All(results, r => Assert.Equal((WorkOrderStatus.Ordered, Scene.RivalId), (r.WorkOrder.Status, r.WorkOrder.Contractor.Id)));
        foreach (var number in numbers)
        {
            // the new contractor reads why
            var row = (await scene.Rival.ListWorkOrderLogAsync(new() { Number = number })).Entries[0];
            Assert.Equal("Söderorts Rörjour AB Sjukdom", row.Text);
        }
    }

    [Fact]
    public async Task One_that_is_refused_hinders_no_other()
    {
        await using var scene = await Scene.StartAsync();
        var ordered = (await scene.OrderedAsync()).Number;
        var done = (await scene.CompletedAsync()).Number;
        var theirs = (await scene.Elsa.RegisterWorkOrderAsync(Scene.GuideOrder(Scene.RivalId))).WorkOrder.Number;
        var results = (await Desk(scene).ReassignWorkOrdersAsync(To(Scene.RivalId, ordered, done, theirs, 999_999))).Results;
        Assert.Equal(Scene.RivalId, results[0].WorkOrder.Contractor.Id);
        Assert.Equal(["INVALID_STATE_TRANSITION", "FIELD_VIOLATION", "WORK_ORDER_NOT_FOUND"], results.Skip(1).Select(r => ReasonOf(r.Refusal)));
        Assert.Equal(0, results[1].Revision);
    }

    [Fact]
    public async Task A_repetition_does_again_what_was_refused_and_nothing_twice()
    {
        await using var scene = await Scene.StartAsync();
        var (ordered, done, declined) = ((await scene.OrderedAsync()).Number, (await scene.CompletedAsync()).Number, await DeclinedAsync(scene));
        var request = To(Scene.RivalId, ordered, done, declined);
        var first = (await Desk(scene).ReassignWorkOrdersAsync(request)).Results;
        await scene.Elsa.ReopenWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = done, Reason = "Droppar" });
        var head = scene.Head;

        var second = (await Desk(scene).ReassignWorkOrdersAsync(request)).Results;
        Assert.Equal(head + 1, scene.Head);
        Assert.Equal((first[0].Revision, first[2].Revision, head + 1), (second[0].Revision, second[2].Revision, second[1].Revision));

        // with some of them it is the same wish
        request.Numbers.RemoveAt(1);
        await Desk(scene).ReassignWorkOrdersAsync(request);
        Assert.Equal(head + 1, scene.Head);
        request.Reason = "En annan";
        Assert.All((await Desk(scene).ReassignWorkOrdersAsync(request)).Results, r => Assert.Equal("REQUEST_ID_REUSED", ReasonOf(r.Refusal)));
    }

    [Fact]
    public async Task What_is_wrong_with_the_whole_is_told_before_any_is_touched()
    {
        await using var scene = await Scene.StartAsync();
        var number = (await scene.OrderedAsync()).Number;
        var head = scene.Head;
        var refusal = await Refusal.OfAsync(Desk(scene).ReassignWorkOrdersAsync(new() { Numbers = { number, number }, Reason = " ", ContractorId = "rival" }));
        refusal.Is(StatusCode.InvalidArgument, "FIELD_VIOLATION");
        Assert.Equal(["contractor_id", "numbers", "reason", "request_id"], refusal.Fields.Order());
        Assert.Equal(["numbers"], (await Refusal.OfAsync(Desk(scene).ReassignWorkOrdersAsync(To(Scene.RivalId)))).Fields);
        Assert.Equal(head, scene.Head);
    }

    [Fact]
    public async Task References_are_read_as_they_are_written_and_each_has_its_own_answer()
    {
        await using var scene = await Scene.StartAsync();
        var (done, ordered) = ((await scene.CompletedAsync()).Number, (await scene.OrderedAsync()).Number);
        string[] bad = [$"AO {done}", $"AO-{done}", $"ao{done}", $"AO0{done}", $"{done}", $" AO{done}", $"AO{done} ", "AO999999", ""];
        var request = new MarkWorkOrdersInvoicedRequest { RequestId = Scene.NewId(), References = { bad.Append($"AO{ordered}").Append($"AO{done}") } };

        var results = (await Desk(scene).MarkWorkOrdersInvoicedAsync(request)).Results;

        Assert.Equal(request.References, results.Select(r => r.Reference));
        Assert.All(results.Take(bad.Length), r => Assert.Equal("INVOICE_REFERENCE_NOT_FOUND", ReasonOf(r.Refusal)));
        Assert.Equal("INVALID_STATE_TRANSITION", ReasonOf(results[^2].Refusal));
        Assert.Equal((done, WorkOrderStatus.Invoiced), (results[^1].WorkOrder.Number, results[^1].WorkOrder.Status));

        var head = scene.Head;
        Assert.Equal(done, (await Desk(scene).MarkWorkOrdersInvoicedAsync(request)).Results[^1].WorkOrder.Number);
        Assert.Equal(head, scene.Head);
    }

    [Fact]
    public async Task The_rule_of_a_reference_is_told_with_the_refusal()
    {
        await using var scene = await Scene.StartAsync();
        var number = (await scene.CompletedAsync()).Number;
        Assert.Equal(number, (await scene.Dispatch.LookUpInvoiceReferenceAsync(new() { Reference = $"AO{number}" })).WorkOrder.Number);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await scene.Dispatch.LookUpInvoiceReferenceAsync(new() { Reference = $"AO {number}" }));
        Assert.Contains("with no space, hyphen or other mark", error.Status.Detail, StringComparison.Ordinal);
    }

    private static DispatchServiceClient Desk(Scene scene) => new(scene.Server.As("dispatch"));

    private static ReassignWorkOrdersRequest To(string contractor, params long[] numbers) =>
        new() { RequestId = Scene.NewId(), Numbers = { numbers }, ContractorId = contractor, Reason = "Sjukdom" };

    private static async Task<long> DeclinedAsync(Scene scene)
    {
        var number = (await scene.OrderedAsync()).Number;
        await scene.Firm.DeclineWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, Reason = "Hinner inte" });
        return number;
    }

    private static string ReasonOf(ItemRefusal refusal) => Google.Rpc.Status.Parser.ParseFrom(refusal.Status).GetDetail<ErrorInfo>().Reason;
}
