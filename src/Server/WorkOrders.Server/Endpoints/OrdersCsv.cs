using CsvHelper;
using Grpc.Core;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Hosting;
using WorkOrders.Server.Queries;
using WorkOrders.Server.Wire;
using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;
using SwedishTime = WorkOrders.Domain.SwedishTime;

namespace WorkOrders.Server.Endpoints;

/// <summary>
/// A list as a file for a spreadsheet, whole: <c>GET /orders.csv</c>, with the names of <see cref="ListQuery"/>. Read and
/// sent page by page, each as of its own moment: nothing is held for a slow reader but the page that it is taking in.
/// </summary>
internal sealed class OrdersCsv(OrderPages orders, RateLimit rate, TimeProvider clock)
{
    public const string Path = "/orders.csv";

    /// <summary>How long a reader may take for a page of 200 orders before its connection is cut.</summary>
    public static readonly TimeSpan PagePatience = TimeSpan.FromSeconds(60);

    /// <summary>Files of one account under way.</summary>
    private const int AtOnce = 2;

    private readonly Places _places = new(AtOnce);

    public async Task SendAsync(HttpContext context)
    {
        var caller = Caller.Of(context.User);
        if (!rate.TryRead(context.User, out var wait))
        {
            await CsvFile.RefuseAsync(context, wait);
            return;
        }
        using var place = _places.TryEnter(caller.AccountId);
        if (place is null)
        {
            await CsvFile.RefuseAsync(context, PagePatience);
            return;
        }

        ListWorkOrdersRequest request;
        ListWorkOrdersResponse first;
        try
        {
            request = ListQuery.Read(context.Request.Query);
            request.PageSize = ListRequests.MaxPage;
            // the first page before the first byte: what is wrong can still be told
            first = orders.List(request, caller);
        }
        catch (RpcException refusal) when (refusal.StatusCode is StatusCode.InvalidArgument)
        {
            await CsvFile.RefuseAsync(context, refusal, ListQuery.NameOf);
            return;
        }
        await SendAsync(context, request, first, caller);
    }

    private async Task SendAsync(HttpContext context, ListWorkOrdersRequest request, ListWorkOrdersResponse page, Actor caller)
    {
        var (english, today) = (CsvFile.IsEnglish, SwedishTime.DateOf(clock.GetUtcNow()));
        CsvFile.Begin(context, $"{(english ? "work-orders" : "arbetsorder")}-{today:yyyy-MM-dd}");

        // a connection that is cut is a file that the browser calls incomplete: none that ends too early looks whole
        using var patience = new CancellationTokenSource(PagePatience, clock);
        await using var cut = patience.Token.Register(context.Abort);
        await using var csv = CsvWriter.Create(context.Response.Body, CsvFile.Form, leaveOpen: true);
        csv.WriteHeader(OrderTable.Header(english));
        while (true)
        {
            foreach (var order in page.WorkOrders)
                await csv.WriteRecordAsync(OrderTable.Row(order, english), context.RequestAborted);
            await csv.FlushAsync(context.RequestAborted);
            if (page.NextPageToken.Length == 0 || context.RequestAborted.IsCancellationRequested) return;

            patience.CancelAfter(PagePatience);
            request.PageToken = page.NextPageToken;
            page = orders.List(request, caller);
        }
    }
}
