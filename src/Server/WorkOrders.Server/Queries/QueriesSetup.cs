using WorkOrders.Board.Wall;

namespace WorkOrders.Server.Queries;

internal static class QueriesSetup
{
    private const int WallListSize = 30;

    public static void AddQueries(this WebApplicationBuilder builder)
    {
        builder.AddSettings<DispatchSettings>("Dispatch");
        builder.Services.AddSingleton<OneOrder>();
        builder.Services.AddSingleton<AttentionList>().AddSingleton<Statuses>();
        builder.Services.AddSingleton<OrderPages>();
        builder.Services.AddSingleton<StatusCounts>();
        builder.Services.AddSingleton<OrderLog>();
        builder.Services.AddSingleton<Phrases>();
        builder.Services.AddSingleton<Questions>();
        builder.Services.AddSingleton<DeskQueries>();
        builder.Services.AddSingleton<Messages>();
        builder.Services.AddSingleton<WallBoard>().AddSingleton<WallGroups>();
        builder.Services.AddSingleton<TenantOrders>();
        builder.Services.AddSingleton<OrderQueries>();
        // a page that is drawn on the server begins with the same answer that a browser would ask for
        builder.Services.AddScoped<LoadWallBoard>(services => (groupings, _) =>
            Task.FromResult(services.GetRequiredService<WallBoard>().Get(new() { ListSize = WallListSize, Groupings = { groupings } })));
    }
}
