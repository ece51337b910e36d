using Grpc.Core;
using Microsoft.AspNetCore.Http.Connections;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Feed;
using WorkOrders.Server.Hosting;

namespace WorkOrders.Server.Endpoints;

internal static class EndpointsSetup
{
    public static void AddEndpoints(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StreamLimit>().AddSingleton<OrdersCsv>().AddSingleton<FiguresCsv>().AddSingleton<ManyOrders>().AddSingleton<TenantPages>().AddSingleton<TenantLive>();
        builder.Services.AddHttpContextAccessor().AddScoped<CallInvoker, PrerenderedCalls>();
        builder.Services.AddSignalR(hub => hub.MaximumReceiveMessageSize = builder.Settings<Limits>().HubMessageBytes);
    }

    public static void MapEndpoints(this WebApplication app)
    {
        app.MapGrpcService<WorkOrderEndpoint>();
        app.MapGrpcService<AccountEndpoint>();
        app.MapGrpcService<DeskEndpoint>();
        app.MapGrpcService<FeedEndpoint>();
        app.MapGrpcService<DispatchEndpoint>();
        app.MapGrpcService<TenantEndpoint>();
        app.MapGrpcService<FiguresEndpoint>();
        app.MapGet(FiguresCsv.Path, app.Services.GetRequiredService<FiguresCsv>().SendAsync).RequireAuthorization(Policies.Landlord);
        app.MapGrpcService<PairingEndpoint>();
        app.MapGet(OrdersCsv.Path, app.Services.GetRequiredService<OrdersCsv>().SendAsync).RequireAuthorization(Policies.Orders);
        // the link is the credential
        var tenants = app.MapGroup("").AllowAnonymous().AddEndpointFilter<TenantHeaders>();
        tenants.MapGet(TenantPages.Path, app.Services.GetRequiredService<TenantPages>().ShowAsync);
        tenants.MapGet(TenantLive.Path, app.Services.GetRequiredService<TenantLive>().Follow);
        app.MapHub<WorkOrderHub>(WorkOrderHub.Path, connection =>
        {
            // the other transports would each need a defence of their own, and no browser of today needs them
            connection.Transports = HttpTransportType.WebSockets;
            connection.CloseOnAuthenticationExpiration = true;
            connection.TransportSendTimeout = TimeSpan.FromSeconds(app.Services.GetRequiredService<FeedSettings>().WriteSeconds);
        });
    }
}
