namespace WorkOrders.Server.Store;

/// <summary>An account has read the answer to a question. Answers never change, so neither do these.</summary>
internal sealed class AnswerReadRow
{
    public required string Account { get; init; }
    public required long Number { get; init; }
    public required int QuestionId { get; init; }
}
