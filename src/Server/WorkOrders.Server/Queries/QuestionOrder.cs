using WorkOrders.Server.Store;
using WorkOrders.V1;

namespace WorkOrders.Server.Queries;

/// <summary>How questions are listed, and how they are read on from a place without reading what comes before.</summary>
internal static class QuestionOrder
{
    /// <summary>Those that somebody waits for: whoever asked has the order still.</summary>
    public static IQueryable<QuestionRow> Open(IQueryable<QuestionRow> questions) =>
        questions.Where(q => q.AnsweredAt == null && q.VisibleTo != null);

    public static IQueryable<QuestionRow> Of(QuestionState state, IQueryable<QuestionRow> questions, Place? after) =>
        state is QuestionState.Open ? LongestWaitingFirst(Open(questions), after) : LatestAnswerFirst(questions, after);

    private static IQueryable<QuestionRow> LongestWaitingFirst(IQueryable<QuestionRow> open, Place? after)
    {
        // as a range of the time first: an index is entered there, and what is equal to it is skipped
        if (after is { Key: { } at } place)
            open = open.Where(q => q.AskedAt >= at && (q.AskedAt > at
                || q.Number > place.Number || (q.Number == place.Number && q.QuestionId > place.Part)));
        return open.OrderBy(q => q.AskedAt).ThenBy(q => q.Number).ThenBy(q => q.QuestionId);
    }

    private static IQueryable<QuestionRow> LatestAnswerFirst(IQueryable<QuestionRow> questions, Place? after)
    {
        var answered = questions.Where(q => q.AnsweredAt != null);
        if (after is { Key: { } at } place)
            answered = answered.Where(q => q.AnsweredAt <= at && (q.AnsweredAt < at
                || q.Number < place.Number || (q.Number == place.Number && q.QuestionId < place.Part)));
        return answered.OrderByDescending(q => q.AnsweredAt).ThenByDescending(q => q.Number).ThenByDescending(q => q.QuestionId);
    }
}
