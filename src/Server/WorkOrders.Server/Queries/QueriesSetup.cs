namespace WorkOrders.Server.Queries;

internal static class QueriesSetup
{
    public static void AddQueries(this WebApplicationBuilder builder)
    {
    }
}
