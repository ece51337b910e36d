namespace WorkOrders.Domain;

/// <summary>
/// The clocks of an order's questions: when one has waited too long, and how long the answer took. Reckoned when something
/// happens, and kept, as deadlines are: whoever reads compares with the clock.
/// </summary>
public static class QuestionClocks
{
    public static WorkOrder WithQuestionClocks(this WorkOrder after, WorkOrder? before, Terms terms)
    {
        if (after.Questions.Count == 0 || (before is not null && before.Questions == after.Questions && before.Priority == after.Priority)) return after;

        var calendar = terms.CalendarFor(after.Priority);
        var isMoved = before is not null && before.Priority != after.Priority;
        return after with { Questions = [.. after.Questions.Select(q => q.IsOpen ? Open(q) : Answered(q))] };

        Question Open(Question q) => terms.AnswerWithin is { } patience && (isMoved || q.EscalatesAt is null)
            ? q with { EscalatesAt = calendar.Add(q.AskedAt, patience) }
            : q;

        Question Answered(Question q) => q.Answer is { InWorkingTime: null } answer && q.EscalatesAt is not null
            ? q with { Answer = answer with { InWorkingTime = calendar.Between(q.AskedAt, answer.AnsweredAt) } }
            : q;
    }

    /// <summary>When the first of the open questions has waited too long; null if none is open, or has a clock.</summary>
    public static DateTimeOffset? QuestionEscalatesAt(this WorkOrder order) => order.OpenQuestions.Min(q => q.EscalatesAt);
}
