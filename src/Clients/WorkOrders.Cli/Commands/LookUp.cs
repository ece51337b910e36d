using System.CommandLine;
using Spectre.Console;
using WorkOrders.Cli.Output;
using WorkOrders.V1;

namespace WorkOrders.Cli.Commands;

/// <summary>`ao look-up`: the order of an invoice reference. The server takes it to the letter, and so nothing is put right here.</summary>
internal static class LookUp
{
    public static Command Command()
    {
        var reference = new Argument<string>("reference") { Description = "The reference, such as AO2375: no space, no hyphen, no small letters." };
        return new Command("look-up", "Find the work order of an invoice reference.") { reference }.Does(async (session, stop) =>
        {
            var answer = await session.Client.WorkOrders.LookUpInvoiceReferenceAsync(
                new LookUpInvoiceReferenceRequest { Reference = session.Get(reference) }, cancellationToken: stop);
            if (session.Screen.Json)
            {
                Screen.Document(answer);
                return;
            }
            var order = answer.WorkOrder;
            session.Screen.Out.MarkupLine(
                $"{session.Words["Arbetsorder", "Work order"]} [bold]{order.Number}[/]: [{Vocabulary.Colour(order.Status)}]{Vocabulary.Status.Of(order.Status, session.Words)}[/] · {Markup.Escape(order.Contractor?.Name ?? "–")}");
        });
    }
}
