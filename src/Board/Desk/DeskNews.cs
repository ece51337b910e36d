using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Desk;

/// <summary>What has come to the desk since one looked: to be said, once. What was there from the beginning is no news.</summary>
public sealed class DeskNews
{
    private HashSet<QuestionKey>? _questions;
    private HashSet<(long, int)>? _messages;

    /// <summary>Nothing has been taken yet.</summary>
    public bool IsSilent => _questions is null;

    /// <summary>Whether a question has come.</summary>
    public bool HasQuestion { get; private set; }

    /// <summary>What is new, in words; null if nothing is.</summary>
    public string? Take(GetDeskResponse desk, Words words)
    {
        var questions = desk.Questions.Where(q => !(_questions?.Contains(QuestionKey.Of(q)) ?? true)).ToList();
        var messages = desk.Messages.Where(m => !(_messages?.Contains((m.Id.Number, m.Id.OrderVersion)) ?? true)).ToList();
        (_questions ??= []).UnionWith(desk.Questions.Select(QuestionKey.Of));
        (_messages ??= []).UnionWith(desk.Messages.Select(m => (m.Id.Number, m.Id.OrderVersion)));

        HasQuestion = questions.Count > 0;
        return (questions, messages) switch
        {
            ([var one], _) => words.Format("Desk.NewQuestion", one.WorkOrder.Number, one.Question.AskedBy?.DisplayName ?? ""),
            ([_, ..], _) => words.Format("Desk.NewQuestions", questions.Count),
            (_, [var one]) => words.Format("Desk.NewMessage", one.Id.Number, one.SentBy?.DisplayName ?? ""),
            (_, [_, ..]) => words.Format("Desk.NewMessages", messages.Count),
            _ => null,
        };
    }
}
