using Google.Protobuf;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;
using WorkOrders.Board.Live;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Wall;

/// <summary>The wall board: drawn once by the server, then alive in the browser.</summary>
public sealed partial class WallPage(
    BoardFeed feed, LoadWallBoard load, Words words, TimeProvider time, Page page, ILogger<WallPage> log) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private ITimer? _tick;

    /// <summary>The picture that was prerendered, so that the browser needn't fetch it again: a GetWallBoardResponse in base64.</summary>
    [PersistentState]
    public string? Snapshot { get; set; }

    /// <summary>The language that was prerendered.</summary>
    [PersistentState]
    public string? LanguageTag { get; set; }

    private BoardFeed Feed => feed;
    private Words Words => words;

    private string Freshness => feed.Contact.State switch
    {
        ContactState.Stale => "stale",
        ContactState.Broken => "broken",
        _ => "",
    };

    protected override async Task OnInitializedAsync()
    {
        if (LanguageTag is not null)
            words.Speak(Languages.Of(LanguageTag));
        LanguageTag = words.Language.Tag();

        if (Snapshot is not null)
            feed.Show(GetWallBoardResponse.Parser.ParseFrom(ByteString.FromBase64(Snapshot)));
        else if (!RendererInfo.IsInteractive)
            await Prerender();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        feed.Changed += Draw;
        feed.OtherVersion += Renew;
        words.Changed += Draw;
        _tick = time.CreateTimer(_ => Tick(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _ = feed.Run(_gone.Token);
    }

    public void Dispose()
    {
        feed.Changed -= Draw;
        feed.OtherVersion -= Renew;
        words.Changed -= Draw;
        _tick?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task Prerender()
    {
        try
        {
            var snapshot = await load(_gone.Token);
            Snapshot = snapshot.ToByteString().ToBase64();
            feed.Show(snapshot);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNoPicture(e); // an honest empty frame: the browser goes on asking
        }
    }

    // Every full second of the server's clock: the clock moves, ages grow, silence is noticed.
    private void Tick()
    {
        Draw();
        var toNextSecond = TimeSpan.FromMilliseconds(1_000 - feed.Clock.Now.Millisecond + 5);
        _tick?.Change(toNextSecond, Timeout.InfiniteTimeSpan);
    }

    private void Draw() => _ = InvokeAsync(StateHasChanged);

    private async Task Speak(Language language)
    {
        words.Speak(language);
        await page.SpeakAsync(language);
    }

    private void Renew() => _ = InvokeAsync(async () => await page.RenewAsync());

    [LoggerMessage(LogLevel.Error, "The wall was drawn without a picture: it could not be loaded.")]
    private partial void LogNoPicture(Exception exception);
}
