using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WorkOrders.Server.Store;

/// <summary>
/// What every connection to the file must have set, and is asked for again before it is used: with a lower
/// <c>synchronous</c> a power cut could undo what was acknowledged, and give its revisions to something else.
/// </summary>
internal sealed class Pragmas : DbConnectionInterceptor
{
    public static readonly Pragmas Interceptor = new();

    /// <summary>How long a statement waits for a lock that another process holds.</summary>
    public const int BusySeconds = 5;

    private const string Set = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    private const string Ask =
        "SELECT (SELECT journal_mode FROM pragma_journal_mode) || ' ' || (SELECT synchronous FROM pragma_synchronous)"
        + " || ' ' || (SELECT foreign_keys FROM pragma_foreign_keys) || ' ' || (SELECT timeout FROM pragma_busy_timeout);";

    private const string Wanted = "wal 2 1 5000";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    /// <summary>For connections that are opened without EF.</summary>
    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Set;
        command.ExecuteNonQuery();
        Assert(connection);
    }

    public static void Assert(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Ask;
        var found = command.ExecuteScalar() as string;
        if (found != Wanted)
            throw new InvalidOperationException(
                $"The database connection has journal_mode, synchronous, foreign_keys, busy_timeout '{found}' instead of '{Wanted}': it is not used.");
    }
}
