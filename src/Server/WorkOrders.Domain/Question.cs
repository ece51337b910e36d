namespace WorkOrders.Domain;

/// <summary>Beställningsfråga: open until it is answered. <see cref="Id"/> counts from 1 within its order.</summary>
public sealed record Question(int Id, string Text, DateTimeOffset AskedAt, Actor AskedBy, Answer? Answer = null)
{
    public bool IsOpen => Answer is null;
}

/// <summary>Beställningssvar.</summary>
public sealed record Answer(string Text, DateTimeOffset AnsweredAt, Actor AnsweredBy);
