namespace WorkOrders.Server.Queries;

internal static class QueriesSetup
{
    public static void AddQueries(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OneOrder>();
        builder.Services.AddSingleton<OrderPages>();
        builder.Services.AddSingleton<StatusCounts>();
        builder.Services.AddSingleton<OrderLog>();
        builder.Services.AddSingleton<Phrases>();
        builder.Services.AddSingleton<WallBoard>();
        builder.Services.AddSingleton<OrderQueries>();
    }
}
