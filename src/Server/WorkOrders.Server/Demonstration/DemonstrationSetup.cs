namespace WorkOrders.Server.Demonstration;

internal static class DemonstrationSetup
{
    public static void AddDemonstration(this WebApplicationBuilder builder)
    {
    }
}
