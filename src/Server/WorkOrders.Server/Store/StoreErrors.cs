using System.Data.Common;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace WorkOrders.Server.Store;

/// <summary>What SQLite's result codes mean to us.</summary>
internal static class StoreErrors
{
    /// <summary>The database can't write just now, through no fault of the statement: locked, full, read-only, a failing disk.</summary>
    public static bool IsUnavailable(this DbException e) => e is SqliteException sqlite
        && sqlite.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED or SQLITE_FULL or SQLITE_IOERR or SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_NOMEM;

    public static bool IsLocked(this SqliteException e) => e.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED;

    public static bool IsDamage(this SqliteException e) => e.SqliteErrorCode is SQLITE_CORRUPT or SQLITE_NOTADB;
}
