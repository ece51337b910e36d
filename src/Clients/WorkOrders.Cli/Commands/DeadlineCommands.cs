using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using WorkOrders.Cli.Output;
using WorkOrders.V1;
using static WorkOrders.Cli.Commands.OrderCommand;

namespace WorkOrders.Cli.Commands;

/// <summary>What both sides do about an order's deadlines, and visits that failed.</summary>
internal static class DeadlineCommands
{
    public static IEnumerable<Command> All() => [Contact(), Pause(), Resume(), FailedVisit(), Priority()];

    private static Command Contact()
    {
        var text = Text("What was agreed.");
        return Make("contact", "Record the first contact with the tenant, now (Hyresgäst kontaktad).", [text], async (session, to, stop) =>
        {
            var request = new RecordTenantContactRequest { Number = to.Number, RequestId = to.RequestId, Etag = to.Etag, Text = session.Get(text) ?? "" };
            var answer = await session.Client.WorkOrders.RecordTenantContactAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    private static Command Pause()
    {
        var text = Inputs.Text("What is waited for.");
        var reason = Inputs.OneLabelled("--reason", "Why; waiting-for-parts if left out", Vocabulary.PausedFor);
        return Make("pause", "Stop a work order's clock (Pausa); an open question stops it by itself.", [text, reason], async (session, to, stop) =>
        {
            var request = new PauseWorkOrderRequest
            {
                Number = to.Number, RequestId = to.RequestId, Etag = to.Etag, Text = session.Get(text),
                Reason = session.Get(reason) is var chosen and not PauseReason.Unspecified ? chosen : PauseReason.WaitingForParts,
            };
            var answer = await session.Client.WorkOrders.PauseWorkOrderAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    private static Command Resume()
    {
        var text = Text("A comment.");
        return Make("resume", "Let a work order's clock run on (Återuppta).", [text], async (session, to, stop) =>
        {
            var request = new ResumeWorkOrderRequest { Number = to.Number, RequestId = to.RequestId, Etag = to.Etag, Text = session.Get(text) ?? "" };
            var answer = await session.Client.WorkOrders.ResumeWorkOrderAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    private static Command FailedVisit()
    {
        var text = Inputs.Text("What stood in the way.");
        var at = Inputs.Moment("--at", "When somebody was there, by the Swedish clock; now if left out.");
        var notice = Inputs.OneLabelled("--notice", "How the tenant had been told; required", Vocabulary.Notice);
        notice.Required = true;
        return Make("failed-visit", "Record that somebody was there and could not do the work (Bomkörning). Nothing changes it afterwards.", [text, at, notice], async (session, to, stop) =>
        {
            var request = new RecordFailedVisitRequest
            {
                Number = to.Number, RequestId = to.RequestId, Etag = to.Etag, Text = session.Get(text), Notice = session.Get(notice),
                AttemptedAt = session.Get(at) is { Length: > 0 } moment
                    ? SwedishTime.Parse(moment)
                    : Timestamp.FromDateTimeOffset(await NowAsync(session, stop)),
            };
            var answer = await session.Client.WorkOrders.RecordFailedVisitAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    private static Command Priority()
    {
        var priority = new Argument<Priority>("priority")
        {
            Description = $"One of {Vocabulary.Priority.Allowed}.",
            CustomParser = result => Inputs.Parse(result, Vocabulary.Priority, result.Tokens[0].Value),
        };
        return Make("priority", "Give a work order another priority, and other deadlines from now on (the landlord only).", [priority], async (session, to, stop) =>
        {
            var request = new SetWorkOrderPriorityRequest { Number = to.Number, RequestId = to.RequestId, Etag = to.Etag, Priority = session.Get(priority) };
            var answer = await session.Client.WorkOrders.SetWorkOrderPriorityAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    /// <summary>By the server's clock: a visit by a clock that is fast would lie in the future.</summary>
    private static async Task<DateTimeOffset> NowAsync(Session session, CancellationToken stop) =>
        (await session.Client.Feed.GetFeedStatusAsync(new(), cancellationToken: stop)).ServerTime.ToDateTimeOffset();

    private static Option<string?> Text(string description) => new("--text") { Description = description };
}
