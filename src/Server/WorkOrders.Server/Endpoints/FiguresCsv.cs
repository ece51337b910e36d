using CsvHelper;
using Grpc.Core;
using WorkOrders.Server.Figures;
using WorkOrders.Server.Hosting;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The figures of a period as a file for a spreadsheet: <c>GET /figures.csv?from=2026-01-01&amp;to=2026-01-31</c>.</summary>
internal sealed class FiguresCsv(FigureQueries figures, RateLimit rate)
{
    public const string Path = "/figures.csv";

    public async Task SendAsync(HttpContext context)
    {
        if (!rate.TryRead(context.User, out var wait))
        {
            await CsvFile.RefuseAsync(context, wait);
            return;
        }
        GetFiguresResponse found;
        try
        {
            found = await figures.GetAsync(new() { FirstDay = context.Request.Query["from"].ToString(), LastDay = context.Request.Query["to"].ToString() }, context.RequestAborted);
        }
        catch (RpcException refusal) when (refusal.StatusCode is StatusCode.InvalidArgument)
        {
            await CsvFile.RefuseAsync(context, refusal, field => field is "first_day" ? "from" : "to");
            return;
        }

        var english = CsvFile.IsEnglish;
        CsvFile.Begin(context, $"{(english ? "figures" : "statistik")}-{found.FirstDay}-{found.LastDay}");
        await using var csv = CsvWriter.Create(context.Response.Body, CsvFile.Form, leaveOpen: true);
        csv.WriteHeader(FigureTable.Header(english));
        foreach (var row in FigureTable.Rows(found, english))
            await csv.WriteRecordAsync(row, context.RequestAborted);
        await csv.FlushAsync(context.RequestAborted);
    }
}
