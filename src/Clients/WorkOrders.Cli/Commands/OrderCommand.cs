using System.CommandLine;
using Google.Protobuf;
using Spectre.Console;
using WorkOrders.Cli.Output;
using WorkOrders.V1;

namespace WorkOrders.Cli.Commands;

/// <summary>The shape of every command on one order: its number, the wish's identity, the answer in one line.</summary>
internal static class OrderCommand
{
    public static Command Make(
        string name, string description, Symbol[] symbols, Func<Session, Target, CancellationToken, Task<Outcome>> send)
    {
        var number = Inputs.Number();
        var requestId = Inputs.RequestId();
        var etag = Inputs.Etag();
        var command = new Command(name, description) { number, requestId, etag };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                command.Arguments.Add(argument);
            else
                command.Options.Add((Option)symbol);
        }

        return command.Does(async (session, cancellationToken) =>
        {
            var target = new Target(session.Get(number), session.Get(requestId) ?? "", session.Get(etag) ?? "");
            Write(await send(session, target, cancellationToken), session.Screen);
        });
    }

    public static void Write(Outcome outcome, Screen screen)
    {
        if (screen.Json)
        {
            Screen.Document(outcome.Answer);
            return;
        }

        var order = outcome.Order;
        var status = $"[{Vocabulary.Colour(order.Status)}]{Vocabulary.Status.Of(order.Status, screen.Words)}[/]";
        screen.Out.MarkupLine(
            $"{screen.Words["Arbetsorder", "Work order"]} [bold]{order.Number}[/]: {status} · revision {outcome.Revision}");
    }

    /// <summary>Which order; empty where nothing was said.</summary>
    internal sealed record Target(long Number, string RequestId, string Etag);

    internal sealed record Outcome(IMessage Answer, WorkOrder Order, long Revision);
}
