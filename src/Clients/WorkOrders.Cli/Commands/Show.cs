using System.CommandLine;
using WorkOrders.Cli.Output;
using WorkOrders.V1;

namespace WorkOrders.Cli.Commands;

/// <summary>`ao show`: one order's page, with its log at the bottom.</summary>
internal static class Show
{
    public static Command Command()
    {
        var number = Inputs.Number();
        return new Command("show", "Show a work order and its log (Noteringar).") { number }.Does(async (session, cancellationToken) =>
        {
            var orders = session.Client.WorkOrders;
            var answer = await orders.GetWorkOrderAsync(
                new GetWorkOrderRequest { Number = session.Get(number) }, cancellationToken: cancellationToken);
            if (session.Screen.Json)
            {
                Screen.Document(answer);
                return;
            }

            var log = await LogAsync(session, cancellationToken);
            OrderPage.Write(answer.WorkOrder, log, session.Screen);
        });

        async Task<List<LogEntry>> LogAsync(Session session, CancellationToken cancellationToken)
        {
            var request = new ListWorkOrderLogRequest { Number = session.Get(number), PageSize = 200 };
            List<LogEntry> entries = [];
            do
            {
                var page = await session.Client.WorkOrders.ListWorkOrderLogAsync(request, cancellationToken: cancellationToken);
                entries.AddRange(page.Entries);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            return entries;
        }
    }
}
