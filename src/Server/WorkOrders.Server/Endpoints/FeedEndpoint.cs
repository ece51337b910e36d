using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Feed;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The feed service: translate, hand over, translate back.</summary>
internal sealed class FeedEndpoint(WatchRequests requests, Watcher watcher, FrameStream frames, FeedPages pages, StreamLimit limit) : EncodedFeedService
{
    [Authorize(Policies.Feed)]
    public override async Task WatchWorkOrders(WatchWorkOrdersRequest request, IServerStreamWriter<Frame> responseStream, ServerCallContext context)
    {
        using var session = await Session.BeginAsync(context.GetHttpContext());
        using var place = limit.Enter(session.Caller);
        var watch = requests.Read(request, session.Caller, session.Ends) with { Over = session.Over };
        await frames.SendAsync(gone => watcher.FollowAsync(watch, gone), responseStream, context);
    }

    [Authorize(Policies.Feed)]
    public override Task<ListWorkOrderEventsResponse> ListWorkOrderEvents(ListWorkOrderEventsRequest request, ServerCallContext context)
    {
        var scope = WatchRequests.Read(request, Caller.Of(context.GetHttpContext().User));
        return Task.FromResult(pages.List(scope, request.After, request.PageSize));
    }

    [Authorize(Policies.Feed)]
    public override Task<GetFeedStatusResponse> GetFeedStatus(GetFeedStatusRequest request, ServerCallContext context) =>
        Task.FromResult(pages.Status());
}
