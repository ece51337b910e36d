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

    private volatile bool _mostIsMoved;
    private SqliteConnection? _connection;
    private Statements? _statements;

    /// <summary>Takes the write lock; others that have it are waited for, some seconds. Dispose what isn't committed.</summary>
    public LedgerTransaction Begin()
    {
        try
        {
            if (_connection is null) Open();
            Execute("BEGIN IMMEDIATE");
            return new(this, _statements!);
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    /// <summary>Told by <see cref="Checkpoints"/>: most of the -wal file is in the database file.</summary>
    public void MostIsMoved() => _mostIsMoved = true;

    /// <summary>
    /// Between two transactions: moves the little that was committed while the checkpoint ran beside, and so lets the
    /// -wal file begin anew. Under load that never pauses it would grow for ever.
    /// </summary>
    public void FinishCheckpoint()
    {
        if (!_mostIsMoved || _connection is null) return;

        _mostIsMoved = false;
        Execute("PRAGMA wal_checkpoint(PASSIVE)");
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

    private void Open()
    {
        _connection = new(StoreSetup.ConnectionString(data, pooled: false));
        _connection.Open();
        Pragmas.Apply(_connection);
        // a checkpoint inside a commit is what makes its slowest ones slow: Checkpoints does them, beside the writer
        Execute($"PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = {WalKeptBytes}");
        _statements = new(_connection);
    }

    private void Execute(string sql)
    {
        using var command = _connection!.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
