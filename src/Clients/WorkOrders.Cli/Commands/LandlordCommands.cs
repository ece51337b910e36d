using System.CommandLine;
using System.Globalization;
using WorkOrders.Cli.Output;
using WorkOrders.V1;
using static WorkOrders.Cli.Commands.OrderCommand;

namespace WorkOrders.Cli.Commands;

/// <summary>What orderers and dispatchers do with orders.</summary>
internal static class LandlordCommands
{
    public static IEnumerable<Command> All() => [Answer(), Place(), Reassign(), Reopen(), Cancel(), Invoice()];

    private static Command Answer()
    {
        var text = Inputs.Text("The answer.");
        var question = new Option<int?>("--question") { Description = "Which question, by its id; may be left out if only one is open." };
        return Make("answer", "Answer a contractor's question (Beställningssvar).", [text, question], async (session, to, stop) =>
        {
            var request = new AnswerQuestionRequest
            {
                Number = to.Number, RequestId = to.RequestId, Etag = to.Etag, Text = session.Get(text),
                QuestionId = session.Get(question) ?? await OnlyOpenQuestionAsync(session, to.Number, stop),
            };
            var answer = await session.Client.WorkOrders.AnswerQuestionAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    private static async Task<int> OnlyOpenQuestionAsync(Session session, long number, CancellationToken stop)
    {
        var order = await session.Client.WorkOrders.GetWorkOrderAsync(new GetWorkOrderRequest { Number = number }, cancellationToken: stop);
        var open = order.WorkOrder.Questions.Where(question => question.Answer is null).ToList();
        if (open is [var only])
            return only.QuestionId;
        var words = session.Words;
        var all = string.Join(
            "\n    ",
            open.Select(question => string.Create(CultureInfo.InvariantCulture, $"--question {question.QuestionId}: {question.Text}")));
        throw new UsageException(open.Count == 0
            ? words[$"Arbetsorder {number} har ingen öppen fråga.", $"Work order {number} has no open question."]
            : words[$"Flera frågor är öppna. Välj en:\n    {all}", $"Several questions are open. Choose one:\n    {all}"]);
    }

    private static Command Place()
    {
        var contractor = Inputs.RequiredContractor("With whom.");
        var priority = Inputs.OneLabelled("--priority", "Its priority; its own if left out", Vocabulary.Priority);
        return Make("place", "Order a registered or declined work order from a contractor (Beställ).", [contractor, priority], async (session, to, stop) =>
        {
            var request = new PlaceWorkOrderRequest
            {
                Number = to.Number,
                RequestId = to.RequestId,
                Etag = to.Etag,
                ContractorId = session.Get(contractor),
                Priority = session.Get(priority),
            };
            var answer = await session.Client.WorkOrders.PlaceWorkOrderAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    private static Command Reassign()
    {
        var contractor = Inputs.RequiredContractor("To whom.");
        var reason = Inputs.Reason();
        return Make("reassign", "Take a work order back and place it with another contractor (dispatchers).", [contractor, reason], async (session, to, stop) =>
        {
            var request = new ReassignWorkOrderRequest
            {
                Number = to.Number, RequestId = to.RequestId, Etag = to.Etag,
                ContractorId = session.Get(contractor), Reason = session.Get(reason),
            };
            var answer = await session.Client.WorkOrders.ReassignWorkOrderAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    private static Command Reopen()
    {
        var reason = Inputs.Reason();
        return Make("reopen", "Open a finished work order again, as the work was not right.", [reason], async (session, to, stop) =>
        {
            var request = new ReopenWorkOrderRequest
            {
                Number = to.Number,
                RequestId = to.RequestId,
                Etag = to.Etag,
                Reason = session.Get(reason),
            };
            var answer = await session.Client.WorkOrders.ReopenWorkOrderAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    private static Command Cancel()
    {
        var reason = Inputs.Reason();
        return Make("cancel", "Cancel a work order (Makulera).", [reason], async (session, to, stop) =>
        {
            var request = new CancelWorkOrderRequest
            {
                Number = to.Number,
                RequestId = to.RequestId,
                Etag = to.Etag,
                Reason = session.Get(reason),
            };
            var answer = await session.Client.WorkOrders.CancelWorkOrderAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    private static Command Invoice() => Make("invoice", "Mark a finished work order as invoiced (Fakturerad; dispatchers).", [], async (session, to, stop) =>
    {
        var request = new MarkWorkOrderInvoicedRequest { Number = to.Number, RequestId = to.RequestId, Etag = to.Etag };
        var answer = await session.Client.WorkOrders.MarkWorkOrderInvoicedAsync(request, cancellationToken: stop);
        return new(answer, answer.WorkOrder, answer.Revision);
    });
}
