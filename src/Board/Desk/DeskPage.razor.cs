using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Desk;

/// <summary>The orderer's desk: questions first, each with its answer at hand; then messages, findings, and the own orders.</summary>
public sealed partial class DeskPage
{
    private const int Size = 100;
    private const int FewMessages = 5;
    private const int FewOrders = 10;

    private readonly DeskNews _heard = new();
    private readonly HashSet<QuestionKey> _fresh = [];
    private GetDeskResponse? _desk;
    private List<ContractorReference> _contractors = [];
    private int _messages = FewMessages;
    private int _orders = FewOrders;
    private DateOnly _day;
    private long? _openFinding;
    private string? _said;
    private string? _news;
    private Refusal? _problem;

    [Inject]
    private DeskService.DeskServiceClient Desks { get; set; } = null!;

    [Inject]
    private WorkOrderService.WorkOrderServiceClient Orders { get; set; } = null!;

    [Inject]
    private AccountService.AccountServiceClient Accounts { get; set; } = null!;

    [Inject]
    private Me Me { get; set; } = null!;

    [Inject]
    private Unread Unread { get; set; } = null!;

    [Inject]
    private Sound Sound { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    // a question must be there at once
    protected override TimeSpan Pause => TimeSpan.FromMilliseconds(100);

    protected override async Task<long> LoadAsync(CancellationToken stop)
    {
        await Me.LoadAsync();
        var desk = await Desks.GetDeskAsync(new() { Size = Size, SectionSize = _orders }, cancellationToken: stop);
        if (desk.FindingCount > 0 && _contractors.Count == 0)
            _contractors = [.. (await Accounts.ListContractorsAsync(new(), cancellationToken: stop)).Contractors];
        Take(desk);
        return desk.Revision;
    }

    // what is asked, told or found may be the caller's, which only the server knows; of anything else, what is shown
    protected override bool Concerns(FeedItem item) => item.Event is not { } e || _desk is not { } desk
        || e.QuestionAsked is not null || e.QuestionAnswered is not null || e.MessageSent is not null
        || e.PreviousStatus != e.NewStatus || Shown(desk).Contains(e.Number);

    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        if (firstRender)
            Feed.DesksChanged += Reload;
        // at midnight somebody goes or comes back
        if (_desk is null || _day == Today)
            return;
        _day = Today;
        Reload();
    }

    protected override void Dispose(bool disposing)
    {
        Feed.DesksChanged -= Reload;
        base.Dispose(disposing);
    }

    private void Take(GetDeskResponse desk)
    {
        (_desk, _day) = (desk, Today);
        Unread.Is(desk.QuestionCount + desk.UnreadMessageCount);
        var before = _questions.Items.Select(i => i.Key).ToHashSet();
        var isFirst = _heard.IsSilent;
        _questions = _questions.Now(desk.Questions, desk.Revision, _held, _begun);
        if (!RendererInfo.IsInteractive)
            return;

        _news = _heard.Take(desk, Words) ?? _news;
        if (!isFirst)
            _fresh.UnionWith(_questions.Items.Select(i => i.Key).Where(k => !before.Contains(k)));
        if (_heard.HasQuestion)
            _ = Sound.PlayAsync().AsTask();
        DrawAt(NextChange());
    }

    private DateOnly Today => SwedishTime.DateOf(Feed.Clock.Now);

    /// <summary>When something looks otherwise by itself: a question escalates, or somebody comes back at midnight.</summary>
    private DateTimeOffset NextChange()
    {
        var now = Feed.Clock.Now;
        var midnight = SwedishTime.StartOf(Today.AddDays(1));
        return _questions.Items.Select(i => i.Asked.Question.EscalatesAt?.ToDateTimeOffset()).Where(at => at > now).Append(midnight).Min()!.Value;
    }

    private bool IsEscalated(DeskItem item) => !item.IsGone && item.Asked.Question.EscalatesAt?.ToDateTimeOffset() <= Feed.Clock.Now;

    private static IEnumerable<long> Shown(GetDeskResponse desk) => desk.Questions.Select(q => q.WorkOrder.Number)
        .Concat(desk.Messages.Select(m => m.Id.Number)).Concat(desk.Findings.Concat(desk.Sections.SelectMany(s => s.Orders)).Select(o => o.Number));

    private void ShowMore()
    {
        _orders = Size;
        Reload();
    }

    private async Task DoneAsync((string Key, long Number) done)
    {
        await SayAsync(Words.Format(done.Key, done.Number), "#desk-said");
        Reload();
    }

    private async Task ReadAsync(IEnumerable<Message> messages)
    {
        var read = messages.ToList();
        // the button that was pressed goes away, and must not take the focus along
        await Page.FocusAsync(read is [var one] ? $"#{MessageItem.IdOf(one)}" : "#desk-messages");
        try
        {
            await Desks.MarkMessagesReadAsync(new() { Messages = { read.Select(m => m.Id) } });
        }
        catch (RpcException)
        {
            // the marks stay, and can be pressed again
        }
        Reload();
    }

    private async Task SayAsync(string said, string focus)
    {
        (_said, _problem) = (said, null);
        await Page.FocusAsync(focus);
        StateHasChanged();
    }
}
