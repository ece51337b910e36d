using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.V1;
using Kind = WorkOrders.V1.WorkOrderEvent.KindOneofCase;

namespace WorkOrders.Server.Figures;

/// <summary>Adds events to the figures, each to its day and its month. Whoever saves the context has them all, or none.</summary>
internal sealed class Reckoning(FiguresContext figures)
{
    public void Add(EventRow row)
    {
        var happened = WorkOrderEvent.Parser.ParseFrom(row.Payload);
        var (card, at) = (happened.Summary, happened.CommitTime.ToDateTimeOffset());
        switch (happened.KindCase)
        {
            case Kind.Placed or Kind.Reassigned:
                Count(card, at, f => f.Placed++);
                break;
            case Kind.Accepted:
                Count(card, at, f => (f.Accepted, f.ToAccept) = (f.Accepted + 1, With(f.ToAccept, card.OrderedAt?.ToDateTimeOffset(), at)));
                break;
            case Kind.Completed:
                Count(card, at, f => Complete(f, card, at));
                break;
            case Kind.QuestionAsked:
                figures.Add(new AskedRow { Number = row.Number, QuestionId = happened.QuestionAsked.QuestionId, AskedAt = at.ToUnixTimeMilliseconds() });
                break;
            case Kind.QuestionAnswered when figures.Asked.Find(row.Number, happened.QuestionAnswered.QuestionId) is { } asked:
                var since = DateTimeOffset.FromUnixTimeMilliseconds(asked.AskedAt);
                Count(card, at, f => f.ToAnswer = With(f.ToAnswer, since, at));
                figures.Remove(asked);
                break;
        }
    }

    private static void Complete(FigureRow figure, WorkOrderSummary card, DateTimeOffset at)
    {
        figure.Completed++;
        figure.ToComplete = With(figure.ToComplete, card.OrderedAt?.ToDateTimeOffset(), at);
        if (card.CompletionDueAt?.ToDateTimeOffset() is not { } due) return;

        figure.Promised++;
        if (at <= due) figure.Kept++;
    }

    private void Count(WorkOrderSummary card, DateTimeOffset at, Action<FigureRow> count)
    {
        var day = SwedishTime.DateOf(at);
        count(Find(Span.Day, day, card));
        count(Find(Span.Month, day.AddDays(1 - day.Day), card));
    }

    private FigureRow Find(Span span, DateOnly start, WorkOrderSummary card)
    {
        var (contractor, type) = (card.Contractor?.Id ?? "", (int)card.Type);
        if (figures.Figures.Find(span, start.DayNumber, contractor, type) is { } known) return known;

        return figures.Add(new FigureRow { Span = span, Start = start.DayNumber, ContractorId = contractor, Type = type }).Entity;
    }

    private static byte[] With(byte[] written, DateTimeOffset? from, DateTimeOffset to)
    {
        if (from is null) return written;

        var histogram = Histogram.Read(written);
        histogram.Add(to - from.Value);
        return histogram.Write();
    }
}
