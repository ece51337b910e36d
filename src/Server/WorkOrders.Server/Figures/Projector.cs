using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Figures;

/// <summary>
/// Reckons the figures from the log, behind the writer's back: woken by each commit, it reads on from where it is. The
/// figures and how far they go are saved in one step, so that nothing is counted twice or not at all, whatever happens.
/// </summary>
internal sealed partial class Projector(
    DataFolder data, CommittedLog log, IDbContextFactory<WorkOrdersContext> orders, IDbContextFactory<FiguresContext> contexts, TimeProvider clock,
    ILogger<Projector> logger) : BackgroundService
{
    /// <summary>Revisions in one step.</summary>
    private const int AtOnce = 1_000;

    private static readonly TimeSpan PauseAfterProblem = TimeSpan.FromSeconds(10);

    // room for one: what is rung while it works lets it look once more
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _reached;
    private bool _hasBegun;

    /// <summary>All that has happened up to this revision is in the figures.</summary>
    public long Reached => Volatile.Read(ref _reached);

    /// <summary>Waits until they hold what had happened by then, or so long at most.</summary>
    public async Task CatchUpAsync(long revision, TimeSpan atMost, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        while (true)
        {
            var moved = Volatile.Read(ref _moved).Task;
            if (Reached >= revision) return;

            await moved.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stop.ThrowIfCancellationRequested();
            if (patience.IsCancellationRequested) return;
        }
    }

    /// <summary>The file is there before anybody asks; what it lacks comes later.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            Begin();
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            LogProblem(e); // orders are served all the same
        }
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // others' start must not wait for it
        await Task.Yield();
        log.Committed += Ring;
        try
        {
            Ring([]);
            await foreach (var _ in _bell.Reader.ReadAllAsync(stoppingToken))
                await GoOnAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // that was all
        }
        finally
        {
            log.Committed -= Ring;
        }
    }

    private void Ring(IReadOnlyList<EventRow> events) => _bell.Writer.TryWrite(true);

    private async Task GoOnAsync(CancellationToken stop)
    {
        try
        {
            if (!_hasBegun) Begin();
            while (Reached < log.Head)
            {
                stop.ThrowIfCancellationRequested();
                Step();
            }
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            LogProblem(e);
            await Task.Delay(PauseAfterProblem, clock, stop);
            Ring([]);
        }
    }

    /// <summary>Goes on with what is there, if it was reckoned from this log and in this way; otherwise from the beginning.</summary>
    private void Begin()
    {
        var reached = FindReached();
        if (reached is null)
        {
            DerivedFile.Remove(data.Figures);
            using var figures = contexts.CreateDbContext();
            figures.Database.EnsureCreated();
            figures.Add(new ReckonedRow { Id = 1, Version = ReckonedRow.Present, LogId = log.LogId, Revision = 0 });
            figures.SaveChanges();
            LogBegan(log.Head);
        }
        _hasBegun = true;
        MoveTo(reached ?? 0);
    }

    private long? FindReached()
    {
        if (!File.Exists(data.Figures)) return null;
        try
        {
            using var figures = contexts.CreateDbContext();
            return figures.Reckoned.Where(r => r.Version == ReckonedRow.Present && r.LogId == log.LogId && r.Revision <= log.Head)
                .Select(r => (long?)r.Revision).SingleOrDefault();
        }
        catch (DbException)
        {
            return null; // of another version, or no file of ours
        }
    }

    private static bool IsOfTheFile(Exception e) => e is DbException or DbUpdateException or IOException or UnauthorizedAccessException;

    private void Step()
    {
        var (after, until) = (Reached, Math.Min(log.Head, Reached + AtOnce));
        using var from = orders.CreateDbContext();
        using var figures = contexts.CreateDbContext();
        var reckoning = new Reckoning(figures);
        foreach (var row in from.Events.AsNoTracking().Where(e => e.Revision > after && e.Revision <= until).OrderBy(e => e.Revision).ThenBy(e => e.Index))
            reckoning.Add(row);
        figures.Reckoned.Single().Revision = until;
        figures.SaveChanges();
        MoveTo(until);
    }

    private void MoveTo(long revision)
    {
        Volatile.Write(ref _reached, revision);
        Interlocked.Exchange(ref _moved, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    [LoggerMessage(LogLevel.Information, "Reckoning the figures from the beginning of the log, up to revision {Head}")]
    private partial void LogBegan(long head);

    [LoggerMessage(LogLevel.Warning, "The figures could not be reckoned on; trying again")]
    private partial void LogProblem(Exception exception);
}
