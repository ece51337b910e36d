using System.Runtime.CompilerServices;
using Grpc.Core;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;
using Start = WorkOrders.V1.WatchWorkOrdersRequest.StartOneofCase;

namespace WorkOrders.Server.Feed;

/// <summary>
/// A feed is: read on from my position; if there is nothing, wait until there may be more. All of a stream happens in
/// this one loop, which knows nothing of other streams.
/// </summary>
internal sealed class Watcher(
    Ring ring, LogPages disk, InitialState initialState, CommittedLog log, DeskBook desks, FeedSettings settings, TimeProvider clock, IHostApplicationLifetime host)
{
    private TimeSpan ReconnectAfter => TimeSpan.FromSeconds(settings.ReconnectSeconds);

    /// <summary>The log as streams may see it.</summary>
    public FeedRange Range => new() { LogId = log.LogId, OldestRevision = log.Oldest, HeadRevision = ring.Head };

    /// <summary>Ends when the caller goes. Throws a refusal: before the first frame, or after `closing`.</summary>
    public async IAsyncEnumerable<Frame> FollowAsync(Watch watch, [EnumeratorCancellation] CancellationToken gone = default)
    {
        // 1. may it start there?
        var range = Range;
        if (watch.Start is Start.After) Resume.Check(watch.After, range);

        // 2. whatever may concern this stream rings its bell
        using var bell = new Bell(clock);
        using var leaves = gone.UnsafeRegister(Ring, bell);
        using var ends = watch.Over.UnsafeRegister(Ring, bell);
        using var stops = host.ApplicationStopping.UnsafeRegister(Ring, bell);
        using var seat = ring.Listen(watch.Scope, bell);
        using var ear = watch.Scope.SeesDesks ? desks.Listen(bell.Ring) : null;
        var told = watch.Scope.SeesDesks ? desks.Version : 0;

        // 3. the beginning
        yield return Frames.Started(range, watch.Scope, clock.GetUtcNow(), told);
        if (watch.Start is Start.InitialState)
        {
            foreach (var frame in initialState.Read(watch.Scope, range.HeadRevision, settings.FrameBytes))
            {
                yield return frame;
                if (gone.IsCancellationRequested) yield break;
                if (EndOf(watch) is not { } early) continue;
                yield return Frames.Closing(early, ReconnectAfter);
                throw Refusal(early);
            }
            yield return Frames.InitialStateEnd(range.HeadRevision);
        }

        // 4. on from there, until one side ends it
        var cursor = new Cursor(watch, watch.Start is Start.After ? watch.After.Revision : range.HeadRevision, ring, disk, settings, clock);
        while (!gone.IsCancellationRequested)
        {
            if (EndOf(watch) is { } end)
            {
                yield return Frames.Bookmark(cursor.Position, clock.GetUtcNow());
                yield return Frames.Closing(end, ReconnectAfter);
                throw Refusal(end);
            }
            if (watch.Scope.SeesDesks && desks.Version is var version && version != told)
                yield return Frames.Bookmark(cursor.Position, clock.GetUtcNow(), told = version);
            else if (cursor.Next() is { } frame) yield return frame;
            else await bell.WaitAsync(Shorter(cursor.Patience, watch.Ends - clock.GetUtcNow()));
        }
    }

    private ClosingReason? EndOf(Watch watch) =>
        host.ApplicationStopping.IsCancellationRequested ? ClosingReason.ServerDraining
        : watch.Over.IsCancellationRequested || clock.GetUtcNow() >= watch.Ends ? ClosingReason.TokenExpired
        : null;

    private RpcException Refusal(ClosingReason end) =>
        end is ClosingReason.ServerDraining ? Errors.ServerDraining(ReconnectAfter) : Errors.TokenExpired();

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static void Ring(object? bell) => ((Bell)bell!).Ring();
}
