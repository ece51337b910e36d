using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Lifecycle;

public sealed class ExactlyOnceTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_changes_nothing()
    {
        var request = new AcceptWorkOrderRequest { RequestId = Scene.NewId(), Number = (await scene.OrderedAsync()).Number };
        var first = await scene.Firm.AcceptWorkOrderAsync(request);
        var head = scene.Head;

        Assert.Equal(first, await scene.Firm.AcceptWorkOrderAsync(request));
        Assert.Equal(head, scene.Head);
    }

    [Fact]
    public async Task A_repetition_comes_before_etag_and_status()
    {
        var order = await scene.OrderedAsync();
        var accept = new AcceptWorkOrderRequest { RequestId = Scene.NewId(), Number = order.Number, Etag = order.Etag };
        var first = await scene.Firm.AcceptWorkOrderAsync(accept);
        await scene.Firm.CompleteWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = order.Number, ActionPerformed = "Bytt" });

        Assert.Equal(first, await scene.Firm.AcceptWorkOrderAsync(accept));
    }

    [Fact]
    public async Task A_repetition_after_a_restart_gets_the_first_answer()
    {
        await using var own = await Scene.StartAsync();
        var request = Scene.GuideOrder();
        var first = await own.Elsa.RegisterWorkOrderAsync(request);
        await own.Server.RestartAsync();

        Assert.Equal(first, await own.Elsa.RegisterWorkOrderAsync(request));
        Assert.Equal(1, own.Head);
    }

    [Fact]
    public async Task Twenty_of_the_same_at_once_are_one()
    {
        var number = (await scene.AcceptedAsync()).Number;
        var note = new AddNoteRequest { RequestId = Scene.NewId(), Number = number, Text = "En gång" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => scene.Firm.AddNoteAsync(note).ResponseAsync));

        Assert.Single(answers.Distinct());
        Assert.Single(await scene.EventsOfAsync(number), e => e.KindCase == WorkOrderEvent.KindOneofCase.NoteAdded);
    }

    [Fact]
    public async Task The_same_id_with_another_body_is_refused()
    {
        var note = new AddNoteRequest { RequestId = Scene.NewId(), Number = (await scene.AcceptedAsync()).Number, Text = "Ett" };
        await scene.Firm.AddNoteAsync(note);
        var head = scene.Head;

        (await Refusal.OfAsync(scene.Firm.AddNoteAsync(new(note) { Text = "Två" }))).Is(StatusCode.AlreadyExists, "REQUEST_ID_REUSED");
        Assert.Equal(head, scene.Head);
    }

    [Fact]
    public async Task The_same_id_for_another_rpc_is_refused_though_the_bodies_have_the_same_bytes()
    {
        var id = Scene.NewId();
        var number = (await scene.OrderedAsync()).Number;
        await scene.Dispatch.UnbundleWorkOrderAsync(new() { RequestId = id, Number = number });

        (await Refusal.OfAsync(scene.Dispatch.MarkWorkOrderInvoicedAsync(new() { RequestId = id, Number = number }))).Is(
            StatusCode.AlreadyExists, "REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task Another_account_may_have_made_up_the_same_id()
    {
        var id = Scene.NewId();
        var number = (await scene.AcceptedAsync()).Number;
        var firms = await scene.Firm.AddNoteAsync(new() { RequestId = id, Number = number, Text = "Från firman" });
        var elsas = await scene.Elsa.AddNoteAsync(new() { RequestId = id, Number = number, Text = "Från Elsa" });

        Assert.Equal(firms.Revision + 1, elsas.Revision);
    }

    [Fact]
    public async Task A_refused_request_is_not_remembered()
    {
        var number = (await scene.OrderedAsync()).Number;
        var complete = new CompleteWorkOrderRequest { RequestId = Scene.NewId(), Number = number, ActionPerformed = "Bytt" };
        await Refusal.OfAsync(scene.Firm.CompleteWorkOrderAsync(complete));
        await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number });

        Assert.Equal(WorkOrderStatus.Completed, (await scene.Firm.CompleteWorkOrderAsync(complete)).WorkOrder.Status);
    }

    [Fact]
    public async Task What_is_kept_for_repetitions_holds_nothing_of_the_tenants()
    {
        await scene.AcceptedAsync();
        await using var context = scene.OpenFile();
        var answers = context.Requests.Select(r => r.Answer).ToList();

        Assert.NotEmpty(answers);
        Assert.DoesNotContain(answers, a => Scene.Holds(a, "Testsson") || Scene.Holds(a, "0799999999") || Scene.Holds(a, "testar"));
        Assert.DoesNotContain(await scene.LogAsync(), e => Scene.Holds(e.Payload, "Testsson") || Scene.Holds(e.Payload, "0799999999"));
    }

    [Fact]
    public async Task A_repetition_shows_the_tenant_only_as_long_as_the_caller_may_see_it()
    {
        var number = (await scene.OrderedAsync()).Number;
        var accept = new AcceptWorkOrderRequest { RequestId = Scene.NewId(), Number = number };
        Assert.NotNull((await scene.Firm.AcceptWorkOrderAsync(accept)).WorkOrder.Tenant);
        await scene.Dispatch.ReassignWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, ContractorId = Scene.RivalId, Reason = "Hinner inte" });

        var repeated = (await scene.Firm.AcceptWorkOrderAsync(accept)).WorkOrder;
        Assert.Null(repeated.Tenant);
        Assert.Null(repeated.Access);
    }

    [Fact]
    public async Task A_declined_order_is_shown_as_it_left_without_the_tenant()
    {
        var order = await scene.OrderedAsync();
        var declined = (await scene.Firm.DeclineWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = order.Number, Reason = "Fel område" })).WorkOrder;

        Assert.Equal(WorkOrderStatus.Declined, declined.Status);
        Assert.Null(declined.Tenant);
        Assert.Empty(declined.AllowedCommands);
        (await Refusal.OfAsync(scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = order.Number, Text = "Hej" }))).Is(
            StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");
    }
}
