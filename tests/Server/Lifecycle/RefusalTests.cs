using Google.Rpc;
using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Lifecycle;

/// <summary>The contract's error table, as far as commands go.</summary>
public sealed class RefusalTests(Scene scene) : IClassFixture<Scene>
{
    private static string Id => Scene.NewId();

    [Fact]
    public async Task Anothers_order_and_no_order_are_refused_with_the_same_bytes()
    {
        var unknown = (await scene.OrderedAsync()).Number + 1;
        var refusal = await Refusal.OfAsync(scene.Rival.AcceptWorkOrderAsync(new() { RequestId = Id, Number = unknown }));
        refusal.Is(StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");

        Assert.Equal(unknown, (await scene.OrderedAsync()).Number);
        var hidden = await Refusal.OfAsync(scene.Rival.AcceptWorkOrderAsync(new() { RequestId = Id, Number = unknown }));
        Assert.Equal(refusal.Bytes, hidden.Bytes);
    }

    [Fact]
    public async Task An_order_that_is_hidden_stays_so_whatever_else_is_wrong()
    {
        var hidden = (await scene.AcceptedAsync()).Number;
        await scene.Firm.UpdateWorkOrderAsync(new()
        {
            RequestId = Id, Number = hidden, Changes = new() { ActionPerformed = "Utkast" }, UpdateMask = new() { Paths = { "action_performed" } },
        });

        foreach (var call in new[]
        {
            Refusal.OfAsync(scene.Rival.CompleteWorkOrderAsync(new() { RequestId = Id, Number = hidden })),
            Refusal.OfAsync(scene.Rival.CompleteWorkOrderAsync(new() { RequestId = Id, Number = hidden, Etag = "W1", ActionPerformed = "x" })),
            Refusal.OfAsync(scene.Rival.AddNoteAsync(new() { RequestId = Id, Number = hidden, Text = "x" })),
            Refusal.OfAsync(scene.Rival.CompleteWorkOrderAsync(new() { RequestId = Id, Number = 999_999_999 })),
        })
            (await call).Is(StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");
    }

    [Fact]
    public async Task A_step_that_the_status_does_not_allow_is_told_with_what_is_allowed()
    {
        var order = await scene.OrderedAsync();
        var head = scene.Head;
        var refusal = await Refusal.OfAsync(scene.Firm.CompleteWorkOrderAsync(new() { RequestId = Id, Number = order.Number, ActionPerformed = "Bytt" }));

        refusal.Is(StatusCode.FailedPrecondition, "INVALID_STATE_TRANSITION");
        var detail = refusal.Detail<InvalidStateTransition>();
        Assert.Equal((order.Number, WorkOrderStatus.Ordered, WorkOrderCommand.Complete, order.Etag),
            (detail.Number, detail.CurrentStatus, detail.RequestedCommand, detail.Etag));
        Assert.Equal(order.AllowedCommands.Count, order.AllowedCommands.Distinct().Count());
        Assert.Contains(WorkOrderCommand.Accept, detail.AllowedCommands);
        Assert.DoesNotContain(WorkOrderCommand.Complete, detail.AllowedCommands);
        Assert.Equal(head, scene.Head);
    }

    [Fact]
    public async Task What_only_the_landlord_may_do_is_denied_to_a_contractor_before_anything_is_said_of_the_order()
    {
        foreach (var number in new[] { (await scene.OrderedAsync()).Number, 999_999_999 })
        {
            (await Refusal.OfAsync(scene.Firm.CancelWorkOrderAsync(new() { RequestId = Id, Number = number, Reason = "Nej" }))).Is(
                StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
            (await Refusal.OfAsync(scene.Firm.AnswerQuestionAsync(new() { RequestId = Id, Number = number, QuestionId = 1, Text = "Ja" }))).Is(
                StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
            (await Refusal.OfAsync(scene.Elsa.AcceptWorkOrderAsync(new() { RequestId = Id, Number = number }))).Is(
                StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
        }
        var info = (await Refusal.OfAsync(scene.Firm.MarkWorkOrderInvoicedAsync(new() { RequestId = Id, Number = 1 }))).Info;
        Assert.Equal(("contractor", "MarkWorkOrderInvoiced"), (info.Metadata["role"], info.Metadata["method"]));
    }

    [Fact]
    public async Task A_request_is_read_before_its_sender_is_asked_for_the_role()
    {
        var refusal = await Refusal.OfAsync(scene.Firm.CancelWorkOrderAsync(new() { RequestId = "x", Number = 1, Reason = "Nej" }));
        refusal.Is(StatusCode.InvalidArgument, "FIELD_VIOLATION");
    }

    [Fact]
    public async Task Nobody_who_has_not_signed_in_gives_a_command()
    {
        var anonymous = new WorkOrderService.WorkOrderServiceClient(scene.Server.Anonymous);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await anonymous.AcceptWorkOrderAsync(new() { RequestId = Id, Number = 1 }));
        Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
    }

    [Fact]
    public async Task A_stale_etag_is_told_with_the_present_one()
    {
        var order = await scene.OrderedAsync();
        var accepted = await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = Id, Number = order.Number });
        var refusal = await Refusal.OfAsync(scene.Elsa.CancelWorkOrderAsync(new() { RequestId = Id, Number = order.Number, Etag = order.Etag, Reason = "Fel" }));

        refusal.Is(StatusCode.Aborted, "ETAG_MISMATCH");
        Assert.Equal(new EtagMismatch { Number = order.Number, CurrentEtag = accepted.WorkOrder.Etag, CurrentRevision = accepted.Revision },
            refusal.Detail<EtagMismatch>());
    }

    [Fact]
    public async Task A_question_is_answered_once()
    {
        var number = (await scene.OrderedAsync()).Number;
        await scene.Firm.AskQuestionAsync(new() { RequestId = Id, Number = number, Text = "Ska blandaren bytas?" });
        await scene.Elsa.AnswerQuestionAsync(new() { RequestId = Id, Number = number, QuestionId = 1, Text = "Ja" });

        var refusal = await Refusal.OfAsync(scene.Elsa.AnswerQuestionAsync(new() { RequestId = Id, Number = number, QuestionId = 1, Text = "Nej" }));
        refusal.Is(StatusCode.FailedPrecondition, "QUESTION_NOT_OPEN");
        Assert.Equal(($"{number}", "1"), (refusal.Info.Metadata["number"], refusal.Info.Metadata["question_id"]));
    }

    [Fact]
    public async Task An_order_goes_to_no_contractor_that_is_unknown_or_gets_none()
    {
        await using (var context = scene.OpenFile())
        {
            context.Add(new Server.Store.ContractorRow { Id = "1999/55555", Name = "Nedlagda AB", Disabled = true });
            await context.SaveChangesAsync();
        }
        foreach (var id in new[] { "1999/77777", "1999/55555" })
        {
            var refusal = await Refusal.OfAsync(scene.Elsa.RegisterWorkOrderAsync(Scene.GuideOrder(id)));
            refusal.Is(StatusCode.NotFound, "CONTRACTOR_NOT_FOUND");
            Assert.Equal(id, refusal.Info.Metadata["contractor_id"]);
        }
    }

    [Fact]
    public async Task An_order_is_not_reassigned_to_whom_it_is_with()
    {
        var number = (await scene.OrderedAsync()).Number;
        var refusal = await Refusal.OfAsync(scene.Dispatch.ReassignWorkOrderAsync(
            new() { RequestId = Id, Number = number, ContractorId = Scene.FirmId, Reason = "Byt" }));
        Assert.Equal(["contractor_id"], refusal.Fields);
    }

    [Fact]
    public async Task Every_refusal_speaks_Swedish_and_English()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = Id, Number = 999_999_999 }));
        var texts = error.GetRpcStatus()!.Details.Where(d => d.Is(LocalizedMessage.Descriptor)).Select(d => d.Unpack<LocalizedMessage>()).ToList();
        Assert.Equal([("sv-SE", "Arbetsorder 999999999 finns inte."), ("en", "There is no work order 999999999.")], texts.Select(t => (t.Locale, t.Message)));
    }
}
