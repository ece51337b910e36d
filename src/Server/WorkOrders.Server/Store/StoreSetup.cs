namespace WorkOrders.Server.Store;

internal static class StoreSetup
{
    public static void AddStore(this WebApplicationBuilder builder)
    {
    }
}
