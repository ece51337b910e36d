using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WorkOrders.Server.Store;

/// <summary>Whether a file is a database, and whole. Reads only.</summary>
internal static class FileCheck
{
    /// <summary>A file up to this size is checked page by page at each start, which takes a fraction of a second.</summary>
    private const long CheckedInFull = 32 * 1024 * 1024;

    public static void Run(string database)
    {
        if (new FileInfo(database).Length > CheckedInFull) return;

        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadWrite;Pooling=False;Default Timeout={Pragmas.BusySeconds}");
        connection.Open();
        // the last connection to close would otherwise write the -wal file into a file that may be damaged
        raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        if (Complaint(connection) is { } complaint) throw new StartRefusedException(Damaged(database, complaint));
    }

    public static string Damaged(string database, string how) =>
        $"{database} is damaged: {how.TrimEnd('.')}. Nothing was changed. Keep the file and those beside it (-wal, -shm) for a rescue, "
        + "and restore the latest backup in its place.";

    private static string? Complaint(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        return command.ExecuteScalar() is string text and not "ok" ? text : null;
    }
}
