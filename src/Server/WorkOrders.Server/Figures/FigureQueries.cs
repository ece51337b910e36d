using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Figures;

/// <summary>
/// The figures of a period. What is read grows with its days, with contractors and with types, never with the number of
/// orders; whole months are read as one.
/// </summary>
internal sealed class FigureQueries(
    IDbContextFactory<FiguresContext> contexts, IDbContextFactory<WorkOrdersContext> orders, CommittedLog log, Projector projector, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<GetFiguresResponse> GetAsync(GetFiguresRequest request, CancellationToken stop)
    {
        var period = Period.Read(request, SwedishTime.DateOf(clock.GetUtcNow()));
        var head = log.Head;
        await projector.CatchUpAsync(head, Patience, stop);

        var reached = projector.Reached;
        using var context = contexts.CreateDbContext();
        var rows = Rows(context, period, request).ToList();
        var names = Names();
        return new()
        {
            FirstDay = Written(period.First),
            LastDay = Written(period.Last),
            Total = Sum(rows),
            Days = { Days(context, period, request) },
            Contractors =
            {
                rows.Where(r => r.ContractorId.Length > 0).GroupBy(r => r.ContractorId)
                    .Select(g => new ContractorFigures
                    {
                        Contractor = new() { Id = g.Key, Name = names.GetValueOrDefault(g.Key, g.Key) }, Figures = Sum(g),
                    })
                    .OrderBy(c => c.Contractor.Name, StringComparer.Create(new("sv-SE"), ignoreCase: true)),
            },
            WorkOrderTypes = { rows.GroupBy(r => r.Type).OrderBy(g => g.Key).Select(g => new TypeFigures { Type = (V1.WorkOrderType)g.Key, Figures = Sum(g) }) },
            Revision = reached,
            LogId = log.LogId,
            IsCatchingUp = reached < head,
        };
    }

    private static IEnumerable<FigureRow> Rows(FiguresContext context, Period period, GetFiguresRequest request)
    {
        var all = Chosen(context, request);
        return period.Parts.SelectMany(part => all.Where(f => f.Span == part.Span && f.Start >= part.From.DayNumber && f.Start <= part.To.DayNumber));
    }

    private static IEnumerable<DayFigures> Days(FiguresContext context, Period period, GetFiguresRequest request)
    {
        var happened = Chosen(context, request)
            .Where(f => f.Span == Span.Day && f.Start >= period.First.DayNumber && f.Start <= period.Last.DayNumber)
            .GroupBy(f => f.Start)
            .Select(g => new { Day = g.Key, Placed = g.Sum(f => f.Placed), Accepted = g.Sum(f => f.Accepted), Completed = g.Sum(f => f.Completed) })
            .ToDictionary(d => d.Day);
        for (var day = period.First; day <= period.Last; day = day.AddDays(1))
        {
            var known = happened.GetValueOrDefault(day.DayNumber);
            yield return new() { Day = Written(day), Placed = known?.Placed ?? 0, Accepted = known?.Accepted ?? 0, Completed = known?.Completed ?? 0 };
        }
    }

    private static IQueryable<FigureRow> Chosen(FiguresContext context, GetFiguresRequest request)
    {
        var all = context.Figures.AsNoTracking();
        if (request.ContractorId.Length > 0) all = all.Where(f => f.ContractorId == request.ContractorId);
        return request.Type is V1.WorkOrderType.Unspecified ? all : all.Where(f => f.Type == (int)request.Type);
    }

    private static V1.Figures Sum(IEnumerable<FigureRow> rows)
    {
        var (sum, accept, answer, complete) = (new V1.Figures(), new Histogram(), new Histogram(), new Histogram());
        foreach (var row in rows)
        {
            sum.Placed += row.Placed;
            sum.Accepted += row.Accepted;
            sum.Completed += row.Completed;
            sum.Promised += row.Promised;
            sum.Kept += row.Kept;
            accept.Add(Histogram.Read(row.ToAccept));
            answer.Add(Histogram.Read(row.ToAnswer));
            complete.Add(Histogram.Read(row.ToComplete));
        }
        (sum.ToAccept, sum.ToAnswer, sum.ToComplete) = (Told(accept), Told(answer), Told(complete));
        return sum;
    }

    private static Spans Told(Histogram times) => new()
    {
        Count = times.Count,
        Median = times.Quantile(0.5) is { } median ? Duration.FromTimeSpan(median) : null,
        Percentile90 = times.Quantile(0.9) is { } most ? Duration.FromTimeSpan(most) : null,
    };

    private Dictionary<string, string> Names()
    {
        using var context = orders.CreateDbContext();
        return context.Contractors.ToDictionary(c => c.Id, c => c.Name);
    }

    private static string Written(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
