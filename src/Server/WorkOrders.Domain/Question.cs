namespace WorkOrders.Domain;

/// <summary>Beställningsfråga: open until it is answered. <see cref="Id"/> counts from 1 within its order.</summary>
public sealed record Question(int Id, string Text, DateTimeOffset AskedAt, Actor AskedBy, Answer? Answer = null)
{
    /// <summary>As <see cref="QuestionClocks"/> reckoned it: when it has waited too long. Null for those that are older than clocks.</summary>
    public DateTimeOffset? EscalatesAt { get; init; }

    public bool IsOpen => Answer is null;
}

/// <summary>Beställningssvar.</summary>
public sealed record Answer(string Text, DateTimeOffset AnsweredAt, Actor AnsweredBy)
{
    /// <summary>After how much working time. Null for answers to questions that are older than clocks.</summary>
    public TimeSpan? InWorkingTime { get; init; }
}
