using Microsoft.EntityFrameworkCore;

namespace WorkOrders.Server.Store;

/// <summary>What accounts have read. The one thing about orders that the writer has no part in: it is in no log, and nobody waits for it.</summary>
internal static class AnswersRead
{
    /// <summary>The answers that a contractor sees and one of its accounts has not read.</summary>
    public static IQueryable<QuestionRow> UnreadAnswers(this WorkOrdersContext context, string account, string contractor) =>
        context.Questions.Where(q => q.VisibleTo == contractor && q.AnsweredAt != null
            && !context.AnswersRead.Any(r => r.Account == account && r.Number == q.Number && r.QuestionId == q.QuestionId));

    /// <summary>One statement: what it finds is what it marks, and a mark that somebody else has just set is no conflict.</summary>
    /// <remarks>Waits for the write lock, some seconds.</remarks>
    public static void MarkAnswersRead(this WorkOrdersContext context, string account, string contractor, long number) =>
        context.Database.ExecuteSql(
            $"""
            INSERT INTO answers_read (account, number, question_id)
            SELECT {account}, number, question_id FROM questions
            WHERE number = {number} AND visible_to = {contractor} AND answered_at IS NOT NULL
            ON CONFLICT DO NOTHING
            """);

    /// <summary>All that was answered before then, on whatever order.</summary>
    public static void MarkAnswersReadBefore(this WorkOrdersContext context, string account, string contractor, DateTimeOffset then) =>
        context.Database.ExecuteSql(
            $"""
            INSERT INTO answers_read (account, number, question_id)
            SELECT {account}, number, question_id FROM questions
            WHERE visible_to = {contractor} AND answered_at < {then.ToUnixTimeMilliseconds()}
            ON CONFLICT DO NOTHING
            """);
}
