using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WorkOrders.Server.Store;

/// <summary>
/// Opens the file before anything is served: makes sure that nobody else has it, that it is whole and none of a newer
/// version, and brings its tables up to date. Whatever is wrong is told in plain words, and the file stays as it is.
/// </summary>
internal sealed partial class Opening(
    DataFolder data, IDbContextFactory<WorkOrdersContext> contexts, CommittedLog log, PhraseBook phrases, DeskBook desks, ILogger<Opening> logger) : IHostedService, IDisposable
{
    private FileLock? _lock;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _lock = FileLock.Take(data.Database);
            if (File.Exists(data.Database)) FileCheck.Run(data.Database);

            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            // EF looks whether there is a file through a connection that may only read, and could not bring it into WAL mode
            await context.Database.OpenConnectionAsync(cancellationToken);
            await MigrateAsync(context, cancellationToken);
            await BeginOrGoOnAsync(context, cancellationToken);
            await phrases.ReadAsync(cancellationToken);
            await desks.ReadAsync(cancellationToken);
        }
        catch (Exception e) when (Explained(e) is { } reason)
        {
            throw new StartRefusedException(reason);
        }
        LogOpened(data.Database, log.LogId, log.Head);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _lock?.Dispose();

    private async Task MigrateAsync(WorkOrdersContext context, CancellationToken cancellationToken)
    {
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        var known = context.Database.GetMigrations().ToList();
        if (applied.Except(known).ToList() is { Count: > 0 } unknown)
            throw new StartRefusedException(
                $"{data.Database} was written by a newer version of the server (it knows {string.Join(", ", unknown)}). "
                + "Start that version, or restore a backup from before the upgrade. The file has not been touched.");
        if (!known.Except(applied).Any()) return;

        // EF locks migrations with a row, which a start that was killed leaves behind. Nobody else has the file: it is such a one.
        await context.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    private async Task BeginOrGoOnAsync(WorkOrdersContext context, CancellationToken cancellationToken)
    {
        var meta = await context.LogMeta.SingleOrDefaultAsync(cancellationToken);
        if (meta is null)
        {
            meta = new() { Id = 1, LogId = Guid.NewGuid().ToString("N"), Head = 0, NextNumber = 1 };
            context.Add(meta);
            await context.SaveChangesAsync(cancellationToken);
        }
        var newest = await context.Events.MaxAsync(e => (long?)e.Revision, cancellationToken) ?? 0;
        if (newest != meta.Head)
            throw new StartRefusedException(FileCheck.Damaged(data.Database, $"its log ends at revision {newest} instead of {meta.Head}"));

        log.Open(meta.LogId, meta.Head);
    }

    private string? Explained(Exception e) => e switch
    {
        SqliteException damage when damage.IsDamage() => FileCheck.Damaged(data.Database, damage.Message),
        SqliteException locked when locked.IsLocked() =>
            $"{data.Database} is locked by another program (waited {Pragmas.BusySeconds} s). Close what has it open, such as a database browser or a backup, and start again.",
        SqliteException sqlite => $"{data.Database} can't be opened: {sqlite.Message} Is there space on the disk, and may the server write there?",
        UnauthorizedAccessException or IOException => data.Unusable(e),
        _ => null,
    };

    [LoggerMessage(LogLevel.Information, "Opened {Database}: log {LogId} at revision {Head}")]
    private partial void LogOpened(string database, string logId, long head);
}
