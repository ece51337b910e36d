using System.CommandLine;
using Spectre.Console;
using WorkOrders.Cli.Output;
using WorkOrders.V1;

namespace WorkOrders.Cli.Commands;

/// <summary>`ao bundle`, `ao unbundle`: orders of one object that are done together.</summary>
internal static class BundleCommands
{
    public static IEnumerable<Command> All() => [Bundle(), Unbundle()];

    private static Command Bundle()
    {
        var numbers = Inputs.Numbers();
        var requestId = Inputs.RequestId();
        return new Command("bundle", "Put work orders of one object into a bundle, in this order (Bunta).") { numbers, requestId }.Does(async (session, stop) =>
        {
            var answer = await session.Client.WorkOrders.BundleWorkOrdersAsync(
                new BundleWorkOrdersRequest { RequestId = session.Get(requestId) ?? "", Numbers = { session.Get(numbers) } }, cancellationToken: stop);
            if (session.Screen.Json)
            {
                Screen.Document(answer);
                return;
            }
            foreach (var order in answer.WorkOrders)
                session.Screen.Out.MarkupLine($"{session.Words["Arbetsorder", "Work order"]} [bold]{order.Number}[/]: {order.BundleNumber} · revision {answer.Revision}");
        });
    }

    private static Command Unbundle() => OrderCommand.Make("unbundle", "Take a work order out of its bundle (Bryt ur bunt).", [], async (session, to, stop) =>
    {
        var request = new UnbundleWorkOrderRequest { Number = to.Number, RequestId = to.RequestId, Etag = to.Etag };
        var answer = await session.Client.WorkOrders.UnbundleWorkOrderAsync(request, cancellationToken: stop);
        return new(answer, answer.WorkOrder, answer.Revision);
    });
}
