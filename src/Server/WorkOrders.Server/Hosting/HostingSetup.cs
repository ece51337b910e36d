namespace WorkOrders.Server.Hosting;

internal static class HostingSetup
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
    }

    public static void MapHosting(this WebApplication app)
    {
    }
}
