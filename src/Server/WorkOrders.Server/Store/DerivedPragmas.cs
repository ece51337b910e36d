using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WorkOrders.Server.Store;

/// <summary>
/// For a file that can be made anew from the orders' file: after a power cut it may be a little behind, never wrong, and its
/// commits wait for no disk.
/// </summary>
internal sealed class DerivedPragmas : DbConnectionInterceptor
{
    public static readonly DerivedPragmas Interceptor = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
