using Microsoft.Data.Sqlite;

namespace WorkOrders.Server.Store;

/// <summary>
/// Moves what was committed from the -wal file into the database file, beside the writer: inside a commit it would
/// make that one slow.
/// </summary>
internal sealed partial class Checkpoints(DataFolder data, CommittedLog log, ILogger<Checkpoints> logger) : BackgroundService
{
    private const long WorthIt = 2 * Ledger.WalKeptBytes;

    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly FileInfo _wal = new(data.Database + "-wal");

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
        if (_wake.CurrentCount == 0 && _wal is { Exists: true, Length: > WorthIt }) _wake.Release();
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
