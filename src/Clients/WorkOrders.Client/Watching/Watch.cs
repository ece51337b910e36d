using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>A feed over as many connections as it takes.</summary>
internal sealed class Watch(WorkOrderFeedService.WorkOrderFeedServiceClient feed, WatchOptions options, WorkOrdersClientOptions client)
{
    private readonly ILogger _log = client.LoggerFactory.CreateLogger("WorkOrders.Client.Watch");
    private readonly WatchPosition _position = new(options.Checkpoint);
    private WatchStart _start = options.Start;
    private WatchState? _state;
    private int _failures;
    private bool _renewed;
    private long _lastAlive = client.TimeProvider.GetTimestamp();

    public async IAsyncEnumerable<WatchedItem> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await _position.LoadAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Tell(WatchState.Connecting);
            if (_position.Current is null && ReferenceEquals(_start, WatchStart.InitialState))
                yield return new WatchedItem(WatchedKind.Reset, null, null);

            TimeSpan delay;
            using (var connection = new WatchConnection(feed, Request(), client, cancellationToken))
            {
                while (await connection.NextAsync().ConfigureAwait(false) is { } frame)
                {
                    foreach (var item in Take(frame))
                    {
                        yield return item;
                        // Only now has the consumer taken the item in: it has come back for more.
                        _position.TakenIn(item);
                        await _position.SaveAsync(cancellationToken).ConfigureAwait(false);
                    }

                    await _position.SaveAsync(cancellationToken).ConfigureAwait(false);
                }

                delay = AfterEnd(connection);
            }

            await Task.Delay(delay, client.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private WatchWorkOrdersRequest Request()
    {
        var request = new WatchWorkOrdersRequest
        {
            Filter = options.Filter,
            View = options.View,
            BookmarkInterval = Duration.FromTimeSpan(options.BookmarkInterval),
        };
        (_position.Current is { } position ? WatchStart.After(position) : _start).ApplyTo(request);
        return request;
    }

    private IEnumerable<WatchedItem> Take(WatchWorkOrdersResponse frame)
    {
        switch (frame.FrameCase)
        {
            case WatchWorkOrdersResponse.FrameOneofCase.Started:
                _position.Started(frame.Started, _start);
                Tell(WatchState.CatchingUp);
                break;
            case WatchWorkOrdersResponse.FrameOneofCase.Events:
                return _position.Read(frame.Events);
            case WatchWorkOrdersResponse.FrameOneofCase.InitialStateEnd:
                return [_position.InitialStateEnd(frame.InitialStateEnd.Revision)];
            case WatchWorkOrdersResponse.FrameOneofCase.CaughtUp:
                _position.ReachedInPeace(frame.CaughtUp.Revision);
                Tell(WatchState.Live);
                break;
            case WatchWorkOrdersResponse.FrameOneofCase.Bookmark:
                _position.ReachedInPeace(frame.Bookmark.Revision);
                break;
            case WatchWorkOrdersResponse.FrameOneofCase.FellBehind:
                Tell(WatchState.CatchingUp);
                break;
        }

        return [];
    }

    /// <summary>How long to wait before the next connection; throws if there is no point in one.</summary>
    private TimeSpan AfterEnd(WatchConnection connection)
    {
        if (connection.WasAlive)
        {
            _failures = 0;
            _renewed = false;
            _lastAlive = client.TimeProvider.GetTimestamp();
        }

        _failures++;
        if (connection.Refusal is FeedHistoryLostException lost)
            StartOver(lost);
        else if (connection.Refusal is { } refusal && !IsWorthAnother(refusal))
            throw refusal;

        var delay = connection.ReconnectAfter is { } asked ? Retries.Upto(asked * 2)
            : connection.Refusal?.RetryAfter is { } wait ? wait + Retries.Jitter(1)
            : Retries.Jitter(_failures);
        ClientLog.FeedBrokeOff(_log, connection.Refusal?.Message ?? "the server ended it", delay);
        Tell(WatchState.Connecting);
        return delay;
    }

    private void StartOver(FeedHistoryLostException lost)
    {
        // A start over that is itself refused would go round for ever.
        if (options.OnHistoryLost == HistoryLost.Throw || (ReferenceEquals(_start, WatchStart.InitialState) && _position.Current is null))
            throw lost;
        ClientLog.FeedStartsOver(_log, lost.Reason);
        _start = WatchStart.InitialState;
        _position.Forget();
    }

    private bool IsWorthAnother(WorkOrdersException refusal) => refusal.StatusCode switch
    {
        // However long the server stays away.
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled => true,
        // The token's time was out: the next connection fetches another, and if that is refused too, it stays so.
        StatusCode.Unauthenticated => refusal.Reason != ErrorReason.Unspecified && !_renewed && (_renewed = true),
        // Streams that we lost may count as open for a moment; bugs may be of one moment. Not for longer than a call's patience.
        StatusCode.ResourceExhausted or StatusCode.Internal or StatusCode.Unknown =>
            client.TimeProvider.GetElapsedTime(_lastAlive) < client.RetryBudget,
        _ => false,
    };

    private void Tell(WatchState state)
    {
        if (_state == state)
            return;
        _state = state;
        if (state == WatchState.Live)
            ClientLog.FeedLive(_log, _position.Current?.LogId ?? "", _position.Current?.Revision ?? 0);
        options.StateChanged?.Invoke(state);
    }
}
