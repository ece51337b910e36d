using Grpc.Core;
using Microsoft.AspNetCore.Components;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Keeping;
using WorkOrders.Board.Portal.Sending;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal;

/// <summary>The frame of the portal; it opens the line to the feed and keeps it open while one goes from page to page.</summary>
public sealed partial class PortalLayout : IDisposable
{
    private ITimer? _tick;
    private ContactState _contact;
    private bool _hasPhrases;

    [Inject]
    private PortalFeed Feed { get; set; } = null!;

    [Inject]
    private Me Me { get; set; } = null!;

    [Inject]
    private WorkOrderService.WorkOrderServiceClient Orders { get; set; } = null!;

    [Inject]
    private Unread Unread { get; set; } = null!;

    [Inject]
    private KeptAnswers Answers { get; set; } = null!;

    [Inject]
    private Outbox Outbox { get; set; } = null!;

    [Inject]
    private Words Words { get; set; } = null!;

    [Inject]
    private Page Page { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <summary>The language that was prerendered.</summary>
    [PersistentState]
    public string? LanguageTag { get; set; }

    /// <summary>The page's address within the site, without its fragment.</summary>
    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    protected override async Task OnInitializedAsync()
    {
        if (LanguageTag is not null)
            Words.Speak(Languages.Of(LanguageTag));
        else if (RendererInfo.IsInteractive && await Page.LanguageAsync() is { } chosen)
            Words.Speak(Languages.Of(chosen)); // opened without a network: nothing was prerendered
        LanguageTag = Words.Language.Tag();
        try
        {
            await Me.LoadAsync();
        }
        catch (RpcException)
        {
            // without a network nobody can say who this is; the pages that are at hand can be read all the same
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        Words.Changed += Draw;
        Me.Changed += Draw;
        Me.Changed += Begin;
        Navigation.LocationChanged += Moved;
        Feed.Changed += Draw;
        Feed.Opened += Opened;
        Feed.Happened += Hear;
        Feed.DesksChanged += AskAnew;
        Answers.Changed += Draw;
        Answers.OtherAccount += BeginAnew;
        // silence is noticed by nothing that comes
        _tick = Time.CreateTimer(_ => Tick(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        Begin();
    }

    public void Dispose()
    {
        Words.Changed -= Draw;
        Me.Changed -= Draw;
        Me.Changed -= Begin;
        Navigation.LocationChanged -= Moved;
        Feed.Changed -= Draw;
        Feed.Opened -= Opened;
        Feed.Happened -= Hear;
        Feed.DesksChanged -= AskAnew;
        Answers.Changed -= Draw;
        Answers.OtherAccount -= BeginAnew;
        _tick?.Dispose();
    }

    // an account at its first sign-in may follow nothing yet
    private void Begin()
    {
        if (Me.Account is { FirstSignIn: true })
            return;
        Feed.Start();
        _ = Outbox.StartAsync();
    }

    private void Opened()
    {
        Unread.Ask();
        _ = Outbox.StartAsync();
        _ = KeepPhrasesAsync();
    }

    // a note can be written without a network by whoever has never written one before
    private async Task KeepPhrasesAsync()
    {
        if (_hasPhrases || Me.Account?.Role is null or Role.WallBoard)
            return;
        try
        {
            await Orders.ListPhrasesAsync(new());
            _hasPhrases = true;
        }
        catch (RpcException)
        {
            // the next opening of the line asks again
        }
    }

    private void Hear(FeedItem item)
    {
        // what happened before the line was opened has been counted then
        if (PortalFeed.RevisionOf(item) > Feed.Head
            && (item.Event?.QuestionAnswered is not null || item.Left is not null || (Me.IsLandlord && !IsAtDesk && IsForDesk(item))))
            Unread.Ask();
        // of a cancelled order its tenant is gone, for whoever had it
        if (item.Left is not null || item.Event?.Cancelled is not null)
            _ = Answers.DropAsync(PortalFeed.NumberOf(item));
    }

    // the desk itself tells what is on it
    private bool IsAtDesk => Here.Split('?')[0] == Place.Desk;

    // an order that goes elsewhere takes its questions along
    private static bool IsForDesk(FeedItem item) => item.Event is { } e
        && (e.QuestionAsked is not null || e.MessageSent is not null || (e.PreviousStatus != e.NewStatus && e.Summary?.OpenQuestions == 0));

    private void AskAnew() => Unread.Ask();

    private void BeginAnew() => Navigation.NavigateTo(Navigation.Uri, forceLoad: true);

    private void Moved(object? sender, Microsoft.AspNetCore.Components.Routing.LocationChangedEventArgs e)
    {
        Answers.TurnPage();
        Draw();
    }

    private void Tick()
    {
        if (Feed.Contact.State == _contact)
            return;
        _contact = Feed.Contact.State;
        Draw();
    }

    private void Draw() => _ = InvokeAsync(StateHasChanged);
}
