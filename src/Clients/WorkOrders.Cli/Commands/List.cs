using System.CommandLine;
using WorkOrders.Cli.Output;
using WorkOrders.V1;

namespace WorkOrders.Cli.Commands;

/// <summary>`ao list`: the orders that one may see, in bundles.</summary>
internal static class List
{
    public static Command Command()
    {
        var statuses = Inputs.Labelled("--status", "Only in this status", Vocabulary.Status);
        var types = Inputs.Labelled("--type", "Only of this type", Vocabulary.Type);
        var contractor = Inputs.Contractor("Only with this contractor (the landlord only).");
        var bundle = new Option<string?>("--bundle") { Description = "Only in this bundle, such as 64010765-20190819." };
        var item = new Option<string?>("--object") { Description = "Only on this object, such as 64010765." };
        var text = new Option<string?>("--text")
        {
            Description = "Only with these words (beginnings of words) in address, tenant, phrase, description or number.",
        };
        var questions = new Option<bool>("--open-question") { Description = "Only with an open question." };
        var overdue = new Option<bool>("--overdue") { Description = "Only those that are late: first contact, completion, or the planned day." };
        var size = Inputs.Between("--page-size", 1, 200, "How many at once: 1 to 200.");
        size.DefaultValueFactory = _ => 50;
        var token = new Option<string?>("--page-token") { Description = "Go on where a page ended." };
        var order = new Option<string?>("--order-by")
        {
            Description = "number, ordered_at, planned_for, due_at or waiting, each with ' desc' at wish.",
        };
        var all = new Option<bool>("--all") { Description = "Every page, not only one." };

        return new Command("list", "List work orders (Sökresultat).")
        {
            statuses, types, contractor, bundle, item, text, questions, overdue, size, token, order, all,
        }.Does(async (session, cancellationToken) =>
        {
            var request = new ListWorkOrdersRequest
            {
                Filter = new WorkOrderFilter
                {
                    Statuses = { session.Get(statuses) ?? [] },
                    Types_ = { session.Get(types) ?? [] },
                    ContractorId = session.Get(contractor) ?? "",
                    BundleNumber = session.Get(bundle) ?? "",
                    ObjectNumber = session.Get(item) ?? "",
                    Text = session.Get(text) ?? "",
                    OpenQuestion = session.Get(questions),
                    Overdue = session.Get(overdue),
                },
                PageSize = session.Get(size),
                PageToken = session.Get(token) ?? "",
                OrderBy = session.Get(order) ?? "",
            };
            OrderList.Write(await FetchAsync(session, request, session.Get(all), cancellationToken), session.Screen);
        });
    }

    private static async Task<ListWorkOrdersResponse> FetchAsync(
        Session session, ListWorkOrdersRequest request, bool all, CancellationToken cancellationToken)
    {
        var pages = await session.Client.WorkOrders.ListWorkOrdersAsync(request, cancellationToken: cancellationToken);
        while (all && pages.NextPageToken.Length > 0)
        {
            request.PageToken = pages.NextPageToken;
            var page = await session.Client.WorkOrders.ListWorkOrdersAsync(request, cancellationToken: cancellationToken);
            pages.WorkOrders.Add(page.WorkOrders);
            pages.NextPageToken = page.NextPageToken;
        }

        return pages;
    }
}
