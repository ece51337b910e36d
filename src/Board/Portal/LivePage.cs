using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Keeping;
using WorkOrders.Board.Portal.Sending;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal;

/// <summary>
/// A page that shows what the server has and stays right: it loads, listens to the feed, and loads again when something of
/// its concern has happened. What is on the screen stays there meanwhile, with its scroll, focus and caret.
/// </summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private Again? _again;
    private CancellationTokenSource _stay = new();
    private ITimer? _due;
    private string? _shown;
    private long _revision;

    [Inject]
    protected PortalFeed Feed { get; set; } = null!;

    [Inject]
    private KeptAnswers Answers { get; set; } = null!;

    [Inject]
    private Outbox Outbox { get; set; } = null!;

    [Inject]
    protected Words Words { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    /// <summary>What happens within so short a time is loaded once.</summary>
    protected virtual TimeSpan Pause => TimeSpan.FromMilliseconds(250);

    /// <summary>Why the last attempt to load failed; null if it didn't.</summary>
    protected Refusal? Problem { get; private set; }

    /// <summary>Ends when the reader goes on to another address: nobody sees any more what is shown here.</summary>
    protected CancellationToken Stay { get; private set; }

    /// <summary>Loads what the page's address asks for, and tells the revision that it shows.</summary>
    protected abstract Task<long> LoadAsync(CancellationToken stop);

    /// <summary>Whether the page must load again because of this.</summary>
    protected virtual bool Concerns(FeedItem item) => true;

    /// <summary>Loads again, now or as soon as what is loading has come.</summary>
    protected void Reload() => _again!.Ask();

    /// <summary>Draws again at that time by the server's clock: what is shown is another then, though nothing has happened. Null: at none.</summary>
    protected void DrawAt(DateTimeOffset? instant)
    {
        _due?.Dispose();
        _due = null;
        if (instant is not { } at || !RendererInfo.IsInteractive)
            return;
        // a moment later rather than earlier, and a timer counts no months
        var wait = Math.Clamp((at - Feed.Clock.Now).TotalSeconds + 1, 1, LongestWait.TotalSeconds);
        _due = Time.CreateTimer(_ => Draw(), null, TimeSpan.FromSeconds(wait), Timeout.InfiniteTimeSpan);
    }

    protected override void OnInitialized() => _again = new(stop => InvokeAsync(() => TryLoadAsync(stop)), Pause, Time);

    protected override async Task OnParametersSetAsync()
    {
        // a layout that draws itself anew sets a page's parameters too
        if (_shown == Here)
            return;
        BeginStay();
        _shown = Here;
        _revision = 0;
        await TryLoadAsync(CancellationToken.None);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        Feed.Happened += Hear;
        Feed.Opened += CatchUp;
        Feed.Lost += Forget;
        Answers.Newer += Reload;
        Outbox.Altered += Reload;
        Words.Changed += Draw;
        Navigation.LocationChanged += Moved;
        CatchUp();
    }

    public void Dispose()
    {
        Feed.Happened -= Hear;
        Feed.Opened -= CatchUp;
        Feed.Lost -= Forget;
        Answers.Newer -= Reload;
        Outbox.Altered -= Reload;
        Words.Changed -= Draw;
        Navigation.LocationChanged -= Moved;
        _again?.Dispose();
        _stay.Cancel();
        _stay.Dispose();
        _due?.Dispose();
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>For pages that hold more than what they load.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private async Task TryLoadAsync(CancellationToken stop)
    {
        var asked = _shown;
        try
        {
            var revision = await LoadAsync(stop);
            if (asked != _shown)
                return; // somebody has gone on to another page meanwhile, which loads for itself
            _revision = Math.Max(_revision, revision);
            Problem = null;
        }
        catch (RpcException) when (stop.IsCancellationRequested)
        {
            return;
        }
        catch (RpcException e)
        {
            Problem = new(e);
        }
        StateHasChanged();
    }

    private void Hear(FeedItem item)
    {
        if (PortalFeed.RevisionOf(item) > _revision && Concerns(item))
            Reload();
    }

    // between what was loaded and the moment when the line was opened, anything may have happened
    private void CatchUp()
    {
        if (Problem is not null || Answers.ShownSince is not null || Feed.Head > _revision)
            Reload();
    }

    private void BeginStay()
    {
        _stay.Cancel();
        _stay.Dispose();
        _stay = new();
        Stay = _stay.Token;
    }

    // revisions of two logs can't be compared
    private void Forget() => _revision = 0;

    /// <summary>Where one is, to whatever part of it one has jumped.</summary>
    private string Here => Navigation.Uri.Split('#')[0];

    // a page is not told when only the query of its address has changed; with another path it is another page, or told
    private void Moved(object? sender, LocationChangedEventArgs e)
    {
        if (_shown is not null && PathOf(_shown) == PathOf(Here))
            _ = InvokeAsync(OnParametersSetAsync);
    }

    private static string PathOf(string uri) => uri.Split('?')[0];

    private void Draw() => _ = InvokeAsync(StateHasChanged);
}
