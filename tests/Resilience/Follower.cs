using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Resilience.Tests;

/// <summary>Follows the feed through crashes, by nothing but the last revision that it has seen.</summary>
internal sealed class Follower(WorkOrderFeedService.WorkOrderFeedServiceClient client)
{
    private readonly List<WorkOrderEvent> _events = [];
    private FeedPosition _position = new();

    /// <summary>What came, in the order in which it came.</summary>
    public IReadOnlyList<WorkOrderEvent> Events => _events;

    /// <summary>Follows until the server breaks, or until the revision has come.</summary>
    public async Task FollowAsync(long until = long.MaxValue)
    {
        try
        {
            using var call = client.WatchWorkOrders(new() { After = _position });
            await foreach (var frame in call.ResponseStream.ReadAllAsync())
            {
                if (frame.Started is { } started) _position.LogId = started.LogId;
                foreach (var item in frame.Events?.Items ?? [])
                {
                    _events.Add(item.Event);
                    _position.Revision = item.Event.Revision;
                }
                if (frame.Bookmark is { } bookmark) Assert.Equal(_position.Revision, bookmark.Revision);
                if (_position.Revision >= until) return;
            }
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled)
        {
            // killed: it goes on from its position
        }
    }
}
