using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Logging;
using WorkOrders.Board.Live;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Wall.Settings;
using WorkOrders.V1;

namespace WorkOrders.Board.Wall;

/// <summary>The wall board: drawn once by the server, then alive in the browser.</summary>
public sealed partial class WallPage(
    BoardFeed feed, LoadWallBoard load, Words words, TimeProvider time, Page page, Remote remote, NavigationManager navigation, ILogger<WallPage> log)
    : ComponentBase, IDisposable
{
    private static readonly TimeSpan BetweenLeaves = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _gone = new();
    private readonly Rotation _rotation = new(time);
    private WallSettings _settings = new();
    private ITimer? _tick;
    private bool _isNoticeClosed;
    private long? _leftAt;

    /// <summary>The picture that was prerendered, so that the browser needn't fetch it again: a GetWallBoardResponse in base64.</summary>
    [PersistentState]
    public string? Snapshot { get; set; }

    /// <summary>The language that was prerendered.</summary>
    [PersistentState]
    public string? LanguageTag { get; set; }

    private BoardFeed Feed => feed;
    private Words Words => words;
    private WallPlan Plan => new(_settings.Scale);
    private bool IsNight => _settings.Night is { } night && night.Holds(SwedishTime.Local(feed.Clock.Now));
    private string? ShiftNow => _settings.Shift ? Shift.At(feed.Clock.Now).ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>The wall's address as it is set.</summary>
    private string Here => new Uri(navigation.Uri).PathAndQuery;

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
        ReadSettings();
        feed.Groupings = [.. _settings.Layouts.Select(l => l.Grouping()).OfType<WallGrouping>()];

        if (Snapshot is not null)
            feed.Show(GetWallBoardResponse.Parser.ParseFrom(ByteString.FromBase64(Snapshot)));
        else if (!RendererInfo.IsInteractive)
            await Prerender();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        feed.Changed += Heard;
        feed.OtherVersion += Renew;
        words.Changed += Draw;
        remote.Pressed += Press;
        navigation.LocationChanged += Moved;
        _tick = time.CreateTimer(_ => Tick(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _ = feed.Run(_gone.Token);
        _ = remote.StartAsync();
    }

    public void Dispose()
    {
        feed.Changed -= Heard;
        feed.OtherVersion -= Renew;
        words.Changed -= Draw;
        remote.Pressed -= Press;
        navigation.LocationChanged -= Moved;
        _tick?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task Prerender()
    {
        try
        {
            var snapshot = await load(feed.Groupings, _gone.Token);
            Snapshot = snapshot.ToByteString().ToBase64();
            feed.Show(snapshot);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNoPicture(e); // an honest empty frame: the browser goes on asking
        }
    }

    // Every full second of the server's clock: the clock moves, ages grow, silence is noticed, the next layout has its turn.
    private void Tick() => _ = InvokeAsync(() =>
    {
        var toNextSecond = TimeSpan.FromMilliseconds(1_000 - feed.Clock.Now.Millisecond + 5);
        _tick?.Change(toNextSecond, Timeout.InfiniteTimeSpan);
        _rotation.Tick();
        Forget();
        StateHasChanged();
    });

    private void Draw() => _ = InvokeAsync(StateHasChanged);

    private void Heard()
    {
        Draw();
        // nobody is there to sign in: the server leads on to where a screen is paired
        if (!feed.Contact.IsSignedOut || (_leftAt is { } at && time.GetElapsedTime(at) < BetweenLeaves))
            return;
        _leftAt = time.GetTimestamp();
        _ = InvokeAsync(async () => await page.LeaveAsync());
    }

    private async Task Speak(Language language)
    {
        words.Speak(language);
        await page.SpeakAsync(language);
    }

    private void Renew() => _ = InvokeAsync(async () => await page.RenewAsync());

    [LoggerMessage(LogLevel.Error, "The wall was drawn without a picture: it could not be loaded.")]
    private partial void LogNoPicture(Exception exception);
}
