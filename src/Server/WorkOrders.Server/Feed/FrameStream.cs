using Grpc.Core;

namespace WorkOrders.Server.Feed;

/// <summary>Sends frames over gRPC at the reader's pace, which must not fall below a frame in so many seconds.</summary>
internal sealed partial class FrameStream(FeedSettings settings, TimeProvider clock, ILogger<FrameStream> log)
{
    /// <summary>How much may lie unflushed, however fast frames come: what is held for a stalled reader stays below 1 MB.</summary>
    private const int MaxUnflushed = 256 * 1024;

    private static readonly WriteOptions Buffer = new(WriteFlags.BufferHint | WriteFlags.NoCompress);
    private static readonly WriteOptions Flush = new(WriteFlags.NoCompress);

    public async Task SendAsync(
        Func<CancellationToken, IAsyncEnumerable<Frame>> follow, IServerStreamWriter<Frame> stream, ServerCallContext call)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken);
        await using var frames = follow(over.Token).GetAsyncEnumerator(over.Token);
        var next = frames.MoveNextAsync().AsTask();
        try
        {
            for (var unflushed = 0; await next;)
            {
                var frame = frames.Current;
                // asked for before this one is sent: only the last one that is there needs to be flushed
                next = frames.MoveNextAsync().AsTask();
                unflushed += frame.Length;
                var flush = !next.IsCompletedSuccessfully || unflushed > MaxUnflushed;
                if (flush) unflushed = 0;

                stream.WriteOptions = flush ? Flush : Buffer;
                if (await IsTakenInAsync(stream.WriteAsync(frame))) continue;
                LogCut(settings.WriteSeconds);
                // ends this stream alone; the connection and its other calls go on
                call.GetHttpContext().Abort();
                return;
            }
        }
        finally
        {
            await over.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async ValueTask<bool> IsTakenInAsync(Task write)
    {
        if (write.IsCompletedSuccessfully) return true;
        try
        {
            await write.WaitAsync(TimeSpan.FromSeconds(settings.WriteSeconds), clock);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "A watcher took in nothing for {Seconds} s and was cut off; it can resume")]
    private partial void LogCut(int seconds);
}
