using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>One connection of a watch, from its opening until it ends, for whatever reason.</summary>
internal sealed class WatchConnection : IDisposable
{
    private readonly CancellationToken _cancelled;
    private readonly CancellationTokenSource _watchdog;
    private readonly CancellationTokenRegistration _registration;
    private readonly AsyncServerStreamingCall<WatchWorkOrdersResponse> _call;
    private readonly TimeSpan _silence;
    private TimeSpan _patience;

    public WatchConnection(
        WorkOrderFeedService.WorkOrderFeedServiceClient feed, WatchWorkOrdersRequest request, WorkOrdersClientOptions options, CancellationToken cancelled)
    {
        _cancelled = cancelled;
        _watchdog = new CancellationTokenSource(Timeout.InfiniteTimeSpan, options.TimeProvider);
        _registration = cancelled.UnsafeRegister(static watchdog => ((CancellationTokenSource)watchdog!).Cancel(), _watchdog);
        _silence = request.BookmarkInterval.ToTimeSpan() * 3;
        // The first frame needs a connection and a token before it.
        _patience = _silence > options.AttemptTimeout ? _silence : options.AttemptTimeout;
        _call = feed.WatchWorkOrders(request, cancellationToken: _watchdog.Token);
    }

    /// <summary>Why it ended; null if the server ended it in peace, or while it is alive.</summary>
    public WorkOrdersException? Refusal { get; private set; }

    /// <summary>How long the server asked to stay away, if it said goodbye.</summary>
    public TimeSpan? ReconnectAfter { get; private set; }

    /// <summary>Whether any frame came.</summary>
    public bool WasAlive { get; private set; }

    /// <summary>The next frame, or null when the connection has ended.</summary>
    public async ValueTask<WatchWorkOrdersResponse?> NextAsync()
    {
        try
        {
            // Runs only while we wait: a consumer that takes its time is not the server's silence.
            _watchdog.CancelAfter(_patience);
            if (!await _call.ResponseStream.MoveNext(CancellationToken.None).ConfigureAwait(false))
                return null;
            _watchdog.CancelAfter(Timeout.InfiniteTimeSpan);
        }
        catch (OperationCanceledException) when (!_cancelled.IsCancellationRequested)
        {
            var silence = new Status(StatusCode.Unavailable, $"Nothing was heard of the feed for {_patience.TotalSeconds:0.#} s.");
            Refusal = WorkOrdersException.From(new RpcException(silence));
            return null;
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException(_cancelled);
        }
        catch (WorkOrdersException refusal)
        {
            Refusal = refusal;
            return null;
        }

        WasAlive = true;
        _patience = _silence;
        var frame = _call.ResponseStream.Current;
        ReconnectAfter = frame.Closing?.ReconnectAfter?.ToTimeSpan() ?? ReconnectAfter;
        return frame;
    }

    public void Dispose()
    {
        _registration.Dispose();
        _call.Dispose();
        _watchdog.Dispose();
    }
}
