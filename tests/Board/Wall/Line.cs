using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Board.Live;
using WorkOrders.Board.Wall;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Wall;

/// <summary>A board's feed on a line whose other end is in the test's hand.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<(WatchWorkOrdersRequest Request, Channel<WatchWorkOrdersResponse> Frames)> _opened =
        Channel.CreateUnbounded<(WatchWorkOrdersRequest, Channel<WatchWorkOrdersResponse>)>();

    private Channel<WatchWorkOrdersResponse> _frames = Channel.CreateUnbounded<WatchWorkOrdersResponse>();
    private Task _run = Task.CompletedTask;

    public Line() => Feed = new BoardFeed(Load, new Follower(Watch, Time, NullLogger<Follower>.Instance), Time, NullLogger<BoardFeed>.Instance);

    public FakeTimeProvider Time { get; } = new(Given.Noon);
    public BoardFeed Feed { get; }
    public Func<GetWallBoardResponse> Snapshot { get; set; } = () => Given.Snapshot();
    public int Loads { get; private set; }

    public static WatchWorkOrdersResponse CaughtUp(long revision = 100) => new() { CaughtUp = new() { Revision = revision } };

    public static WatchWorkOrdersResponse Bookmark(DateTimeOffset serverTime, long revision = 100) =>
        new() { Bookmark = new() { Revision = revision, ServerTime = Timestamp.FromDateTimeOffset(serverTime) } };

    public static WatchWorkOrdersResponse Started(DateTimeOffset serverTime, long head = 100, string version = "1") =>
        new() { Started = new() { LogId = "log", HeadRevision = head, ServerTime = Timestamp.FromDateTimeOffset(serverTime), ServerVersion = version } };

    public async Task<WatchWorkOrdersRequest> Start(GetWallBoardResponse? shown = null)
    {
        if (shown is not null)
            Feed.Show(shown);
        _run = Feed.Run(_stop.Token);
        return await Opened();
    }

    /// <summary>Waits until the feed opens the line (again), letting as much time pass as that takes.</summary>
    public async Task<WatchWorkOrdersRequest> Opened()
    {
        var opened = _opened.Reader.ReadAsync().AsTask();
        await Time.PassUntilAsync(opened);
        (var request, _frames) = await opened;
        return request;
    }

    /// <summary>Sends a frame and waits until it is drawn.</summary>
    public async Task Send(WatchWorkOrdersResponse frame)
    {
        var drawn = Drawn();
        await _frames.Writer.WriteAsync(frame);
        await drawn;
    }

    public async Task Cut(Exception? because = null)
    {
        var drawn = Drawn();
        _frames.Writer.Complete(because);
        await drawn;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task Drawn()
    {
        var drawn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Feed.Changed += Done;
        try
        {
            await drawn.Task;
        }
        finally
        {
            Feed.Changed -= Done;
        }

        void Done() => drawn.TrySetResult();
    }

    private Task<GetWallBoardResponse> Load(IReadOnlyList<WallGrouping> groupings, CancellationToken cancellation)
    {
        Loads++;
        return Task.FromResult(Snapshot());
    }

    private async IAsyncEnumerable<IReadOnlyList<WatchWorkOrdersResponse>> Watch(
        WatchWorkOrdersRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var frames = Channel.CreateUnbounded<WatchWorkOrdersResponse>();
        await _opened.Writer.WriteAsync((request, frames), cancellation);
        await foreach (var frame in frames.Reader.ReadAllAsync(cancellation))
            yield return [frame];
    }
}
