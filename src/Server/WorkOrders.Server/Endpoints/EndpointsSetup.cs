namespace WorkOrders.Server.Endpoints;

internal static class EndpointsSetup
{
    public static void AddEndpoints(this WebApplicationBuilder builder)
    {
    }

    public static void MapEndpoints(this WebApplication app)
    {
        app.MapGrpcService<WorkOrderEndpoint>();
        app.MapGrpcService<AccountEndpoint>();
    }
}
