using Microsoft.Data.Sqlite;

namespace WorkOrders.Server.Store;

/// <summary>
/// Moves what was committed from the -wal file into the database file, beside the writer: inside a commit it would
/// make that one slow.
/// </summary>
internal sealed partial class Checkpoints(DataFolder data, CommittedLog log, Ledger ledger, ILogger<Checkpoints> logger) : BackgroundService
{
    private const long WorthIt = 4 * Ledger.WalKeptBytes;

    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly FileInfo _wal = new(data.Database + "-wal");

    /// <summary>The -wal file's length at the last checkpoint since it began anew: another is worth it when it has grown as much again.</summary>
    private long _lengthThen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        log.Committed += WakeIfLarge;
        try
        {
            while (true)
            {
                await _wake.WaitAsync(stoppingToken);
                await Task.Run(Run, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.Committed -= WakeIfLarge;
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    private void WakeIfLarge(IReadOnlyList<EventRow> events)
    {
        _wal.Refresh();
        var length = _wal.Exists ? _wal.Length : 0;
        if (length < _lengthThen) _lengthThen = 0;
        if (length - _lengthThen < WorthIt || _wake.CurrentCount > 0) return;

        _lengthThen = length;
        _wake.Release();
    }

    private void Run()
    {
        try
        {
            using var connection = new SqliteConnection(StoreSetup.ConnectionString(data, pooled: false));
            connection.Open();
            Pragmas.Apply(connection);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            command.ExecuteNonQuery();
            ledger.MostIsMoved();
        }
        catch (SqliteException e) when (e.IsUnavailable())
        {
            // the next commit wakes us again
            LogPutOff(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The checkpoint is put off")]
    private partial void LogPutOff(SqliteException e);
}
