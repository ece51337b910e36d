using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WorkOrders.Server.Store;

/// <summary>A file that holds nothing but what can be reckoned from the orders' file.</summary>
internal static class DerivedFile
{
    public static DbContextOptionsBuilder UseDerivedFile(this DbContextOptionsBuilder context, string path) => context
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = Pragmas.BusySeconds }.ToString())
        .AddInterceptors(DerivedPragmas.Interceptor);

    /// <summary>Whatever is in it, be it no database.</summary>
    public static void Remove(string path)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in new[] { path, $"{path}-wal", $"{path}-shm" }) File.Delete(file);
    }
}
