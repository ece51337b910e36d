using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;

namespace WorkOrders.Server.Queries;

/// <summary>
/// Beställningsfrågor: those that wait for their answer, longest first, and those that have it, latest first. What has
/// been read is kept for contractors' accounts only.
/// </summary>
internal sealed class Questions(IDbContextFactory<WorkOrdersContext> contexts, TimeProvider clock, DeskBook? desks = null)
{
    public ListQuestionsResponse List(ListQuestionsRequest request, Actor caller)
    {
        // 1. what is asked for
        var wrong = new FieldViolations();
        if (request.State is not (QuestionState.Open or QuestionState.Answered))
            wrong.Add("state", "Öppen eller besvarad.", "Open or answered.");
        var size = ListRequests.PageSize(request.PageSize, wrong);
        var identity = $"questions {request.State}";
        var after = ListRequests.ReadToken(request.PageToken, identity, wrong);
        wrong.ThrowIfAny();

        // 2. which questions: one more than fit tells whether there are more
        var reader = Reader.Of(caller, clock, desks);
        using var context = contexts.CreateDbContext();
        using var snapshot = context.BeginSnapshot();
        var meta = context.LogMeta.Single();
        var places = Places(QuestionOrder.Of(request.State, Visible(context, reader), after).Take(size + 1));
        var page = places.Take(size).ToList();

        // 3. and what stands in them
        return new()
        {
            Questions = { Read(context, reader, page) },
            NextPageToken = places.Count > page.Count ? PageToken.Write(page[^1], identity) : "",
            OpenCount = QuestionOrder.Open(Visible(context, reader)).Count(),
            UnreadCount = CountUnread(context, reader),
            Revision = meta.Head,
            LogId = meta.LogId,
        };
    }

    public MarkAnswersReadResponse MarkRead(long number, Actor caller)
    {
        var reader = Reader.Of(caller, clock, desks);
        using var context = contexts.CreateDbContext();
        var order = context.WorkOrders.Where(o => o.Number == number).Select(o => new { o.VisibleTo }).SingleOrDefault();
        if (order is null || !reader.Sees(order.VisibleTo)) throw Errors.WorkOrderNotFound(number);

        // asked before: whoever opens an order says so each time, and the writer need not wait for nothing
        if (reader.Contractor is { } own && context.UnreadAnswers(caller.AccountId, own).Any(q => q.Number == number))
            Mark(context, caller.AccountId, own, number);
        return new() { UnreadCount = CountUnread(context, reader) };
    }

    private static void Mark(WorkOrdersContext context, string account, string contractor, long number)
    {
        try
        {
            context.MarkAnswersRead(account, contractor, number);
        }
        catch (DbException e) when (e.IsUnavailable())
        {
            throw Errors.StoreUnavailable();
        }
    }

    private static IQueryable<QuestionRow> Visible(WorkOrdersContext context, Reader reader) =>
        reader.Contractor is { } own ? context.Questions.Where(q => q.VisibleTo == own) : context.Questions;

    private static int CountUnread(WorkOrdersContext context, Reader reader) =>
        reader.Contractor is { } own ? context.UnreadAnswers(reader.Actor.AccountId, own).Count() : 0;

    internal static List<Place> Places(IQueryable<QuestionRow> questions) =>
        [.. questions.Select(q => new { q.AskedAt, q.AnsweredAt, q.Number, q.QuestionId }).AsEnumerable()
            .Select(q => new Place(q.AnsweredAt ?? q.AskedAt, q.Number, q.QuestionId))];

    internal static IEnumerable<ListedQuestion> Read(WorkOrdersContext context, Reader reader, List<Place> page)
    {
        if (page.Count == 0) return [];

        var numbers = page.Select(p => p.Number).Distinct().ToList();
        // the order goes through what its reader may see, and so do its questions
        var orders = context.WorkOrders.Where(o => numbers.Contains(o.Number)).AsEnumerable()
            .ToDictionary(o => o.Number, o => (Card: WorkOrderSummary.Parser.ParseFrom(o.Card), Whole: o.ToOrder()))
            .ToDictionary(o => o.Key, o => (o.Value.Card, Order: reader.Read(o.Value.Whole)!, Waits: reader.WaitsFor(o.Value.Whole)));
        var unread = reader.Contractor is not { } own ? []
            : context.UnreadAnswers(reader.Actor.AccountId, own).Where(q => numbers.Contains(q.Number))
                .Select(q => new { q.Number, q.QuestionId }).AsEnumerable().Select(q => (q.Number, q.QuestionId)).ToHashSet();
        return page.Select(Listed);

        ListedQuestion Listed(Place place)
        {
            var (card, order, waits) = orders[place.Number];
            var question = order.Questions.Single(q => q.QuestionId == place.Part);
            return new()
            {
                WorkOrder = card,
                Question = question,
                Unread = unread.Contains((place.Number, place.Part)),
                WaitsFor = question.Answer is null ? waits : null,
            };
        }
    }
}
