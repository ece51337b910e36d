using Grpc.Core;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Order;
using WorkOrders.V1;

namespace WorkOrders.Board.Desk;

/// <summary>Answering where the question stands. What somebody is at stays where it is.</summary>
public sealed partial class DeskPage
{
    private readonly HashSet<QuestionKey> _begun = [];
    // one wish has one id, however often it is sent: an answer that was lost on the way back is no second one
    private readonly Dictionary<QuestionKey, (string Text, string Id)> _sent = [];
    private DeskQuestions _questions = DeskQuestions.None;
    private QuestionKey? _held;

    [Microsoft.AspNetCore.Components.Inject]
    private OrderDrafts Kept { get; set; } = null!;

    // nothing is drawn for it: it is asked when the next list comes
    private void Hold(QuestionKey key, bool held) => _held = held ? key : _held == key ? null : _held;

    private void Type(QuestionKey key, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            _begun.Remove(key);
        else
            _begun.Add(key);
    }

    private async Task<Refusal?> AnswerAsync(QuestionKey key, string text)
    {
        if (!_sent.TryGetValue(key, out var sent) || sent.Text != text)
            _sent[key] = sent = (text, Guid.NewGuid().ToString());
        try
        {
            var answer = await Orders.AnswerQuestionAsync(new() { Number = key.Number, RequestId = sent.Id, QuestionId = key.QuestionId, Text = text });
            await TakeOffAsync(key, questions => questions.Answered(key, answer.Revision), Words.Format("Desk.HasAnswered", key.Number));
            Unread.Is(Unread.Count - 1);
            return null;
        }
        catch (RpcException e)
        {
            Reload();
            return new(e);
        }
    }

    private async Task DiscardAsync(QuestionKey key)
    {
        await Kept.ForgetAsync(key.Number, $"{OrderDrafts.Answer}/{key.QuestionId}");
        await TakeOffAsync(key, questions => questions.Without(key), null);
    }

    private async Task TakeOffAsync(QuestionKey key, Func<DeskQuestions, DeskQuestions> change, string? said)
    {
        var next = _questions.After(key);
        _questions = change(_questions);
        _begun.Remove(key);
        (_held, _said, _problem) = (next, said, null);
        StateHasChanged();
        await Page.FocusAsync(next is null ? "#desk-said" : $"#{QuestionItem.IdOf(next)}");
    }
}
