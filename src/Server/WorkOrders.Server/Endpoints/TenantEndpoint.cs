using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Feed;
using WorkOrders.Server.Queries;
using WorkOrders.Server.Tenants;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>The tenant service: translate, hand over, translate back.</summary>
internal sealed class TenantEndpoint(
    TenantOrders orders, TenantLinks links, TenantSettings settings, WatchRequests requests, Watcher watcher, FrameStream frames, StreamLimit limit)
    : EncodedTenantService
{
    [Authorize(Policies.Tenants)]
    public override Task<ListTenantOrdersResponse> ListTenantOrders(ListTenantOrdersRequest request, ServerCallContext context) =>
        Task.FromResult(orders.List(request));

    [Authorize(Policies.Tenants)]
    public override Task<GetTenantOrderResponse> GetTenantOrder(GetTenantOrderRequest request, ServerCallContext context) =>
        Task.FromResult(orders.Get(request));

    [Authorize(Policies.Tenants)]
    public override async Task WatchTenantOrders(
        WatchTenantOrdersRequest request, IServerStreamWriter<Frame> responseStream, ServerCallContext context)
    {
        using var session = await Session.BeginAsync(context.GetHttpContext());
        using var place = limit.Enter(session.Caller);
        var watch = requests.Read(request, session.Caller, session.Ends) with { Over = session.Over };
        await frames.SendAsync(gone => watcher.FollowAsync(watch, gone), responseStream, context);
    }

    [Authorize(Policies.TenantLinks)]
    public override Task<CreateTenantLinkResponse> CreateTenantLink(CreateTenantLinkRequest request, ServerCallContext context)
    {
        var key = Requests.Read(request);
        var (token, ends) = links.Create(request.Number, request.ReplacesOthers, AccountOf(context), key);
        return Task.FromResult(new CreateTenantLinkResponse
        {
            Link = settings.PublicAddress.TrimEnd('/') + TenantPages.PathOf(token),
            ExpireTime = ends.ToTimestamp(),
        });
    }

    [Authorize(Policies.TenantLinks)]
    public override Task<RevokeTenantLinksResponse> RevokeTenantLinks(RevokeTenantLinksRequest request, ServerCallContext context) =>
        Task.FromResult(new RevokeTenantLinksResponse { Revoked = links.Revoke(Requests.Read(request), AccountOf(context)) });

    private static string AccountOf(ServerCallContext context) => Caller.Of(context.GetHttpContext().User).AccountId;
}
