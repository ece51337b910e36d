namespace WorkOrders.Server.Lifecycle;

internal static class LifecycleSetup
{
    public static void AddLifecycle(this WebApplicationBuilder builder)
    {
    }
}
