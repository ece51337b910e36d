using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WorkOrders.Board.Desk;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal;
using WorkOrders.Board.Portal.Keyboard;
using WorkOrders.Board.Portal.Keeping;
using WorkOrders.Board.Portal.Order;
using WorkOrders.Board.Portal.Photos;
using WorkOrders.Board.Portal.Sending;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Shared.Forms;
using WorkOrders.Board.Wall;
using WorkOrders.V1;

namespace WorkOrders.Board;

public static class BoardSetup
{
    /// <summary>
    /// What the screens need on either side. A server that prerenders them also registers a <see cref="LoadWallBoard"/> and a
    /// <see cref="CallInvoker"/> that answers what the portal asks.
    /// </summary>
    public static IServiceCollection AddBoard(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<Words>();
        services.TryAddScoped<Prefetched>();
        services.TryAddTransient<Follower>();
        services.TryAddScoped<BoardFeed>();
        services.TryAddScoped<Remote>();
        services.TryAddScoped<PortalFeed>();
        services.TryAddScoped<WorkOrderService.WorkOrderServiceClient>();
        services.TryAddScoped<WorkOrderFeedService.WorkOrderFeedServiceClient>();
        services.TryAddScoped<AccountService.AccountServiceClient>();
        services.TryAddScoped<DispatchService.DispatchServiceClient>();
        services.TryAddScoped<TenantService.TenantServiceClient>();
        services.TryAddScoped<FiguresService.FiguresServiceClient>();
        services.TryAddScoped<PairingService.PairingServiceClient>();
        services.TryAddScoped<DeskService.DeskServiceClient>();
        services.TryAddScoped<Me>();
        services.TryAddScoped<Unread>();
        services.TryAddScoped<Device>();
        services.TryAddScoped<KeptAnswers>();
        services.TryAddScoped<KeptPlace>();
        services.TryAddScoped<SameAccount>();
        services.TryAddScoped(s => new Direct(s.GetRequiredService<CallInvoker>()));
        services.TryAddScoped<Camera>();
        services.TryAddScoped<Uploads>();
        services.TryAddScoped<Outbox>();
        services.TryAddScoped<OrderServer>();
        services.TryAddScoped<OrderDrafts>();
        services.TryAddScoped<Told>();
        services.TryAddScoped<Page>();
        services.TryAddScoped<Sound>();
        services.TryAddScoped<Shortcuts>();
        services.TryAddScoped<Drafts>();
        // while prerendering nothing is followed: that begins in the browser
        services.TryAddScoped<WatchFeed>(_ => (_, _) => AsyncEnumerable.Empty<IReadOnlyList<WatchWorkOrdersResponse>>());
        return services;
    }

    /// <summary>The browser's lines to the server: calls over gRPC-Web, the feed through the hub.</summary>
    internal static IServiceCollection AddLines(this IServiceCollection services, Uri origin)
    {
        services.AddScoped(_ => new Direct(GrpcChannel
            .ForAddress(origin, new GrpcChannelOptions { HttpHandler = new GrpcWebHandler(GrpcWebMode.GrpcWeb, new HttpClientHandler()) })
            .CreateCallInvoker()));
        // what came with the page is kept as what came over the wire
        services.AddScoped(s => s.GetRequiredService<Direct>().Calls
            .Intercept(s.GetRequiredService<Prefetched>()).Intercept(s.GetRequiredService<KeptAnswers>()));
        services.AddScoped<LoadWallBoard>(s => new WallServer(s.GetRequiredService<CallInvoker>()).LoadAsync);
        services.AddScoped<WatchFeed>(_ => new HubLine(origin).WatchAsync);
        return services;
    }
}
