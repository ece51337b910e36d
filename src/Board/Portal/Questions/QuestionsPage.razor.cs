using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Questions;

/// <summary>
/// Beställningsfrågor: those that wait, longest first, and those that are answered, with what has not been read marked. The
/// landlord's people see everybody's.
/// </summary>
public sealed partial class QuestionsPage
{
    private const int PageSize = 50;

    private Shown? _shown;
    private ITimer? _tick;

    [SupplyParameterFromQuery(Name = "state")]
    private string? StateSlug { get; set; }

    /// <summary>Where the page begins: a page token; null at the first.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [Inject]
    private WorkOrderService.WorkOrderServiceClient Orders { get; set; } = null!;

    [Inject]
    private Me Me { get; set; } = null!;

    [Inject]
    private Unread Unread { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    private QuestionState Asked => StateSlug == "answered" ? QuestionState.Answered : QuestionState.Open;

    private string First => Asked == QuestionState.Answered ? "/questions?state=answered" : "/questions?state=open";

    protected override async Task<long> LoadAsync(CancellationToken stop)
    {
        await Me.LoadAsync();
        var (state, from) = (Asked, From);
        var answer = await Orders.ListQuestionsAsync(
            new() { State = state, PageSize = PageSize, PageToken = from ?? "" }, cancellationToken: stop);
        if (Me.IsContractor)
            Unread.Is(answer.UnreadCount);
        // somebody may have gone on to the other list meanwhile
        if ((state, from) == (Asked, From))
            _shown = new(state, from, answer);
        return answer.Revision;
    }

    // an order's other doings change what its card says, and whether its questions are still anybody's
    protected override bool Concerns(FeedItem item) =>
        item.Event is null or { QuestionAsked: not null } or { QuestionAnswered: not null }
        || _shown?.Answer.Questions.Any(q => q.WorkOrder.Number == item.Event.Number) is true;

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        // what waits gets older by itself
        if (firstRender)
            _tick = Time.CreateTimer(_ => InvokeAsync(StateHasChanged), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    protected override void Dispose(bool disposing)
    {
        _tick?.Dispose();
        base.Dispose(disposing);
    }

    private async Task MarkReadAsync(ListedQuestion asked)
    {
        // the button that was pressed goes away, and must not take the focus along
        await Page.FocusAsync($"#{AskedQuestion.IdOf(asked)}");
        try
        {
            Unread.Is((await Orders.MarkAnswersReadAsync(new() { Number = asked.WorkOrder.Number })).UnreadCount);
        }
        catch (RpcException)
        {
            // the mark stays, and can be pressed again
        }
        Reload();
    }

    private string Heading(Shown shown) => (shown.State, shown.Answer.UnreadCount) switch
    {
        (QuestionState.Open, _) => Words.Format("Questions.OpenHeading", Numbers.Count(shown.Answer.OpenCount)),
        (_, 0) => Words["Questions.AnsweredHeading"],
        (_, var unread) => Words.Format("Questions.AnsweredHeadingUnread", Numbers.Count(unread)),
    };

    /// <summary>What is on the screen, which for a moment may be other than what is asked for.</summary>
    private sealed record Shown(QuestionState State, string? From, ListQuestionsResponse Answer);
}
