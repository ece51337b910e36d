using System.Globalization;
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
        switch (step)
        {
            case Register s:
                var kind = s.Draft.PlaceWithContractorId.Length > 0 ? Kind.Placed : Kind.Registered;
                played.Took((await orders.RegisterWorkOrderAsync(s.Draft, cancellationToken: stop)).WorkOrder, kind);
                break;
            case Place s:
                played.Took((await orders.PlaceWorkOrderAsync(new() { Number = number, ContractorId = s.With.ContractorId }, cancellationToken: stop)).WorkOrder, Kind.Placed);
                break;
            case Reassign s:
                var reassign = new ReassignWorkOrderRequest { Number = number, ContractorId = s.With.ContractorId, Reason = s.Reason };
                played.Took((await orders.ReassignWorkOrderAsync(reassign, cancellationToken: stop)).WorkOrder, Kind.Reassigned);
                break;
            case Accept:
                played.Took((await orders.AcceptWorkOrderAsync(new() { Number = number }, cancellationToken: stop)).WorkOrder, Kind.Accepted);
                break;
            case Decline s:
                played.Took((await orders.DeclineWorkOrderAsync(new() { Number = number, Reason = s.Reason }, cancellationToken: stop)).WorkOrder, Kind.Declined);
                break;
            case Note s:
                played.Took((await orders.AddNoteAsync(new() { Number = number, Phrase = s.Phrase }, cancellationToken: stop)).WorkOrder, Kind.NoteAdded);
                break;
            case Ask s:
                played.Took((await orders.AskQuestionAsync(new() { Number = number, Text = s.Text }, cancellationToken: stop)).WorkOrder, Kind.QuestionAsked);
                break;
            case Answer s:
                var answer = new AnswerQuestionRequest { Number = number, QuestionId = played.LatestQuestion, Text = s.Text };
                played.Took((await orders.AnswerQuestionAsync(answer, cancellationToken: stop)).WorkOrder, Kind.QuestionAnswered);
                break;
            case Message s:
                played.Took((await orders.SendMessageAsync(new() { Number = number, Text = s.Text }, cancellationToken: stop)).WorkOrder, Kind.MessageSent);
                break;
            case Plan s:
                var update = new UpdateWorkOrderRequest { Number = number, Changes = new() { PlannedFor = DayAhead(s.DaysAhead) }, UpdateMask = new() { Paths = { "planned_for" } } };
                played.Took((await orders.UpdateWorkOrderAsync(update, cancellationToken: stop)).WorkOrder, Kind.Updated);
                break;
            case Complete s:
                played.Took((await orders.CompleteWorkOrderAsync(new() { Number = number, ActionPerformed = s.Action }, cancellationToken: stop)).WorkOrder, Kind.Completed);
                break;
            case Reopen s:
                played.Took((await orders.ReopenWorkOrderAsync(new() { Number = number, Reason = s.Reason }, cancellationToken: stop)).WorkOrder, Kind.Reopened);
                break;
            case Invoice:
                played.Took((await orders.MarkWorkOrderInvoicedAsync(new() { Number = number }, cancellationToken: stop)).WorkOrder, Kind.Invoiced);
                break;
            case Cancel s:
                played.Took((await orders.CancelWorkOrderAsync(new() { Number = number, Reason = s.Reason }, cancellationToken: stop)).WorkOrder, Kind.Cancelled);
                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to play {step}.");
        }
    }

    private static string DayAhead(int days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
