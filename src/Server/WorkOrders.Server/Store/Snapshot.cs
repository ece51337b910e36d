using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WorkOrders.Server.Store;

/// <summary>Several reads of one and the same state. Kept short: as long as one is open, the log file of the database can't be cut.</summary>
internal static class Snapshot
{
    /// <summary>Begins with the first read and ends with its disposal. It takes no lock: EF's own transactions would take the writer's.</summary>
    public static IDisposable BeginSnapshot(this WorkOrdersContext context)
    {
        context.Database.OpenConnection();
        var transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return context.Database.UseTransaction(transaction)!;
    }
}
