using System.CommandLine;
using WorkOrders.V1;
using static WorkOrders.Cli.Commands.OrderCommand;

namespace WorkOrders.Cli.Commands;

/// <summary>What a contractor does with its orders (noting is the landlord's too).</summary>
internal static class ContractorCommands
{
    public static IEnumerable<Command> All() => [Accept(), Decline(), Note(), Ask(), Message(), Edit(), Complete()];

    private static Command Accept() => Make("accept", "Accept a work order (Acceptera).", [], async (session, to, stop) =>
    {
        var request = new AcceptWorkOrderRequest { Number = to.Number, RequestId = to.RequestId, Etag = to.Etag };
        var answer = await session.Client.WorkOrders.AcceptWorkOrderAsync(request, cancellationToken: stop);
        return new(answer, answer.WorkOrder, answer.Revision);
    });

    private static Command Decline()
    {
        var reason = Inputs.Reason();
        return Make("decline", "Decline a work order (Avslå).", [reason], async (session, to, stop) =>
        {
            var request = new DeclineWorkOrderRequest
            {
                Number = to.Number,
                RequestId = to.RequestId,
                Etag = to.Etag,
                Reason = session.Get(reason),
            };
            var answer = await session.Client.WorkOrders.DeclineWorkOrderAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    private static Command Note()
    {
        var phrase = new Option<string?>("--phrase") { Description = "One of the standard phrases (Fras); an unknown one lists them all." };
        var text = new Option<string?>("--text") { Description = "Free text (Notering)." };
        var photos = Inputs.Photos();
        var command = Make("note", "Add a note (Notera): a standard phrase, a text, photos, or several of these.", [phrase, text, photos], async (session, to, stop) =>
        {
            var request = new AddNoteRequest
            {
                Number = to.Number, RequestId = to.RequestId, Etag = to.Etag, Text = session.Get(text) ?? "",
                Phrase = session.Get(phrase) is { Length: > 0 } wanted ? await Phrases.FindAsync(session, wanted, stop) : "",
                PhotoIds = { await Photos.UploadAsync(session, to.Number, session.Get(photos), stop) },
            };
            var answer = await session.Client.WorkOrders.AddNoteAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
        command.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(phrase)) && string.IsNullOrWhiteSpace(result.GetValue(text))
                && result.GetValue(photos) is not { Length: > 0 })
                result.AddError("A note needs --phrase, --text, --photo, or several of these.");
        });
        return command;
    }

    private static Command Ask()
    {
        var text = Inputs.Text("What to ask the orderer.");
        return Make("ask", "Ask the orderer (Beställningsfråga).", [text], async (session, to, stop) =>
        {
            var request = new AskQuestionRequest { Number = to.Number, RequestId = to.RequestId, Etag = to.Etag, Text = session.Get(text) };
            var answer = await session.Client.WorkOrders.AskQuestionAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    private static Command Message()
    {
        var text = Inputs.Text("What to tell the orderer.");
        return Make("message", "Tell the orderer something (Meddelande till beställare).", [text], async (session, to, stop) =>
        {
            var request = new SendMessageRequest { Number = to.Number, RequestId = to.RequestId, Etag = to.Etag, Text = session.Get(text) };
            var answer = await session.Client.WorkOrders.SendMessageAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }

    private static Command Edit()
    {
        var planned = Inputs.Day("--planned-for", "Planerad: the day you plan to do it; '' clears it.");
        var properties = new Option<string?>("--properties") { Description = "Egenskaper: make and model; '' clears it." };
        var serial = new Option<string?>("--serial-number") { Description = "Serienummer; '' clears it." };
        var note = new Option<string?>("--unit-note") { Description = "Notering (enhet); '' clears it." };
        var action = new Option<string?>("--action") { Description = "A draft of Utförd åtgärd; '' clears it." };
        (Option<string?> Option, string Path)[] fields =
        [
            (planned, "planned_for"), (properties, "properties"), (serial, "serial_number"), (note, "unit_note"), (action, "action_performed"),
        ];

        var command = Make("edit", "Change details of a work order (Redigera).", [.. fields.Select(field => field.Option)], async (session, to, stop) =>
        {
            var request = new UpdateWorkOrderRequest
            {
                Number = to.Number, RequestId = to.RequestId, Etag = to.Etag,
                Changes = new WorkOrderChanges
                {
                    PlannedFor = session.Get(planned) ?? "",
                    Properties = session.Get(properties) ?? "", SerialNumber = session.Get(serial) ?? "",
                    UnitNote = session.Get(note) ?? "", ActionPerformed = session.Get(action) ?? "",
                },
                UpdateMask = new() { Paths = { fields.Where(field => session.Get(field.Option) is not null).Select(field => field.Path) } },
            };
            var answer = await session.Client.WorkOrders.UpdateWorkOrderAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
        command.Validators.Add(result =>
        {
            if (fields.All(field => result.GetValue(field.Option) is null))
                result.AddError(
                    "Nothing to change: give at least one of " + string.Join(", ", fields.Select(field => field.Option.Name)) + ".");
        });
        return command;
    }

    private static Command Complete()
    {
        var action = new Option<string?>("--action")
        {
            Description = "Utförd åtgärd: what was done; required unless the order holds a draft of it.",
        };
        var photos = Inputs.Photos();
        return Make("complete", "Report a work order as done (Utförd).", [action, photos], async (session, to, stop) =>
        {
            var request = new CompleteWorkOrderRequest
            {
                Number = to.Number,
                RequestId = to.RequestId,
                Etag = to.Etag,
                ActionPerformed = session.Get(action) ?? "",
                PhotoIds = { await Photos.UploadAsync(session, to.Number, session.Get(photos), stop) },
            };
            var answer = await session.Client.WorkOrders.CompleteWorkOrderAsync(request, cancellationToken: stop);
            return new(answer, answer.WorkOrder, answer.Revision);
        });
    }
}
