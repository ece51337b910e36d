using Google.Protobuf.WellKnownTypes;
using WorkOrders.V1;

namespace WorkOrders.Server.Feed;

/// <summary>The frames that carry no events.</summary>
internal static class Frames
{
    public static readonly string ServerVersion = typeof(Frames).Assembly.GetName().Version?.ToString(3) ?? "";

    public static Frame Started(FeedRange range, Scope scope, DateTimeOffset now, long desksVersion = 0) => Frame.Of(new()
    {
        Started = new()
        {
            LogId = range.LogId,
            HeadRevision = range.HeadRevision,
            OldestRevision = range.OldestRevision,
            EffectiveFilter = scope.Filter,
            View = scope.Audience switch { Audience.Wall => FeedView.Wall, Audience.Tenant => FeedView.Unspecified, _ => FeedView.Full },
            ServerTime = now.ToTimestamp(),
            ServerVersion = ServerVersion,
            DesksVersion = desksVersion,
        },
    });

    public static Frame InitialStateEnd(long revision) => Frame.Of(new() { InitialStateEnd = new() { Revision = revision } });

    public static Frame CaughtUp(long revision) => Frame.Of(new() { CaughtUp = new() { Revision = revision } });

    public static Frame FellBehind(long revision) => Frame.Of(new() { FellBehind = new() { Revision = revision } });

    public static Frame Bookmark(long revision, DateTimeOffset now, long desksVersion = 0) =>
        Frame.Of(new() { Bookmark = new() { Revision = revision, ServerTime = now.ToTimestamp(), DesksVersion = desksVersion } });

    public static Frame Closing(ClosingReason reason, TimeSpan reconnectAfter) =>
        Frame.Of(new() { Closing = new() { Reason = reason, ReconnectAfter = Duration.FromTimeSpan(reconnectAfter) } });
}
