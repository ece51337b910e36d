using Microsoft.Data.Sqlite;

namespace WorkOrders.Server.Store;

/// <summary>
/// The writer's own connection to the file: nobody else writes orders, log or request ids. By hand and with prepared
/// statements, as change tracking would cost three times what the statements do.
/// </summary>
internal sealed class Ledger(DataFolder data) : IDisposable
{
    /// <summary>How much of the -wal file stays when it is begun anew.</summary>
    public const long WalKeptBytes = 4 * 1024 * 1024;

    private const long WalMostBytes = 16 * WalKeptBytes;

    private readonly FileInfo _wal = new(data.Database + "-wal");
    private SqliteConnection? _connection;
    private Statements? _statements;

    /// <summary>Takes the write lock; others that have it are waited for, some seconds. Dispose what isn't committed.</summary>
    public LedgerTransaction Begin()
    {
        if (_connection is null)
        {
            _connection = new(StoreSetup.ConnectionString(data, pooled: false));
            _connection.Open();
            Pragmas.Apply(_connection);
            // a checkpoint inside a commit is what makes its slowest ones slow: Checkpoints does them, beside the writer
            Execute($"PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = {WalKeptBytes}");
            _statements = new(_connection);
        }
        Execute("BEGIN IMMEDIATE");
        return new(this, _statements!);
    }

    /// <summary>
    /// Between two transactions: under load that never pauses the checkpoints beside never catch up, and the -wal file
    /// would grow for ever. What they have left over is little.
    /// </summary>
    public void BoundWal()
    {
        _wal.Refresh();
        if (_connection is not null && _wal is { Exists: true, Length: > WalMostBytes }) Execute("PRAGMA wal_checkpoint(PASSIVE)");
    }

    internal void Commit() => Execute("COMMIT");

    /// <summary>Whatever state a failure has left the connection in, the next transaction begins on a new one.</summary>
    internal void Abandon()
    {
        _statements?.Dispose();
        _connection?.Dispose();
        (_statements, _connection) = (null, null);
    }

    public void Dispose() => Abandon();

    private void Execute(string sql)
    {
        using var command = _connection!.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
