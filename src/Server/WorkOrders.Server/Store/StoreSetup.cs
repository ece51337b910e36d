using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Hosting;

namespace WorkOrders.Server.Store;

internal static class StoreSetup
{
    public static void AddStore(this WebApplicationBuilder builder)
    {
        builder.Settings<DataFolder>().Prepare();
        // EF tells every statement as information
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Services.AddSingleton<CommittedLog>().AddSingleton<Ledger>().AddSingleton<PhraseBook>().AddSingleton<DeskBook>();
        // first of all hosted services: nothing starts before the file is open
        builder.Services.AddHostedService<Opening>();
        builder.Services.AddHostedService<Checkpoints>();
        builder.Services.AddPooledDbContextFactory<WorkOrdersContext>((services, context) => context
            .UseWorkOrdersFile(services.GetRequiredService<DataFolder>())
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
    }

    /// <summary>For every context over the file: with the pragmas that each connection must have.</summary>
    public static DbContextOptionsBuilder UseWorkOrdersFile(this DbContextOptionsBuilder context, DataFolder data, string? migrationsTable = null) =>
        context
            .UseSqlite(ConnectionString(data), sqlite => sqlite.MigrationsHistoryTable(migrationsTable ?? "__EFMigrationsHistory"))
            .AddInterceptors(Pragmas.Interceptor);

    public static string ConnectionString(DataFolder data, bool pooled = true) =>
        new SqliteConnectionStringBuilder { DataSource = data.Database, DefaultTimeout = Pragmas.BusySeconds, Pooling = pooled }.ToString();
}
