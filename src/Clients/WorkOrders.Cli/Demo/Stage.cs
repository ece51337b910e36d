using System.Globalization;
using Grpc.Core;
using WorkOrders.V1;
using Kind = WorkOrders.V1.WorkOrderEvent.KindOneofCase;

namespace WorkOrders.Cli.Demo;

/// <summary>Plays one step against the server. The client repeats it with the same request id until the server has answered.</summary>
internal sealed class Stage(Troupe troupe)
{
    public async Task PlayAsync(Step step, Played played, CancellationToken stop)
    {
        var orders = troupe[step.By].WorkOrders;
        var number = played.Number;
        var call = new CallOptions(cancellationToken: stop);
        var order = step switch
        {
            Register s => (await orders.RegisterWorkOrderAsync(s.Draft, call)).WorkOrder,
            Place s => (await orders.PlaceWorkOrderAsync(new() { Number = number, ContractorId = s.With.ContractorId }, call)).WorkOrder,
            Reassign s => (await orders.ReassignWorkOrderAsync(To(s, number), call)).WorkOrder,
            Accept => (await orders.AcceptWorkOrderAsync(new() { Number = number }, call)).WorkOrder,
            Decline s => (await orders.DeclineWorkOrderAsync(new() { Number = number, Reason = s.Reason }, call)).WorkOrder,
            Note s => (await orders.AddNoteAsync(new() { Number = number, Phrase = s.Phrase }, call)).WorkOrder,
            Ask s => (await orders.AskQuestionAsync(new() { Number = number, Text = s.Text }, call)).WorkOrder,
            Answer s => (await orders.AnswerQuestionAsync(To(s, played), call)).WorkOrder,
            Message s => (await orders.SendMessageAsync(new() { Number = number, Text = s.Text }, call)).WorkOrder,
            Plan s => (await orders.UpdateWorkOrderAsync(To(s, number), call)).WorkOrder,
            Complete s => (await orders.CompleteWorkOrderAsync(new() { Number = number, ActionPerformed = s.Action }, call)).WorkOrder,
            Reopen s => (await orders.ReopenWorkOrderAsync(new() { Number = number, Reason = s.Reason }, call)).WorkOrder,
            Invoice => (await orders.MarkWorkOrderInvoicedAsync(new() { Number = number }, call)).WorkOrder,
            Cancel s => (await orders.CancelWorkOrderAsync(new() { Number = number, Reason = s.Reason }, call)).WorkOrder,
            _ => throw new InvalidOperationException($"Nobody knows how to play {step}."),
        };
        played.Took(order, KindOf(step));
    }

    /// <summary>The event that a step puts into the log.</summary>
    private static Kind KindOf(Step step) => step switch
    {
        Register { Draft.PlaceWithContractorId: "" } => Kind.Registered,
        Register or Place => Kind.Placed,
        Reassign => Kind.Reassigned,
        Accept => Kind.Accepted,
        Decline => Kind.Declined,
        Note => Kind.NoteAdded,
        Ask => Kind.QuestionAsked,
        Answer => Kind.QuestionAnswered,
        Message => Kind.MessageSent,
        Plan => Kind.Updated,
        Complete => Kind.Completed,
        Reopen => Kind.Reopened,
        Invoice => Kind.Invoiced,
        Cancel => Kind.Cancelled,
        _ => Kind.None,
    };

    private static ReassignWorkOrderRequest To(Reassign step, long number) =>
        new() { Number = number, ContractorId = step.With.ContractorId, Reason = step.Reason };

    private static AnswerQuestionRequest To(Answer step, Played played) =>
        new() { Number = played.Number, QuestionId = played.LatestQuestion, Text = step.Text };

    private static UpdateWorkOrderRequest To(Plan step, long number) => new()
    {
        Number = number,
        Changes = new WorkOrderChanges
        {
            PlannedFor = TimeProvider.System.GetUtcNow().AddDays(step.DaysAhead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
        UpdateMask = new() { Paths = { "planned_for" } },
    };
}
