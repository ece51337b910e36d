using System.Data.Common;
using System.Threading.Channels;
using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using Answer = WorkOrders.Server.Wire.Answer;

namespace WorkOrders.Server.Lifecycle;

/// <summary>
/// The one writer: takes all that has come in since the last commit, carries it out in one transaction, and answers
/// when it is on the disk. A commit costs a flush of the disk; two hundred commands share one.
/// </summary>
internal sealed partial class Writer(
    Ledger ledger, CommittedLog log, WriterSettings settings, Terms terms, DeskBook desks, TimeProvider clock, ILogger<Writer> logger) : BackgroundService
{
    private static readonly TimeSpan BackSoon = TimeSpan.FromSeconds(2);

    private readonly Channel<Pending> _queue = Channel.CreateBounded<Pending>(new BoundedChannelOptions(settings.QueueLength) { SingleReader = true });
    private readonly Forgetting _forgetting = new(ledger, settings, clock);
    private readonly RecentOrders _recent = new();
    private DateTimeOffset _newest = DateTimeOffset.UnixEpoch;
    private volatile bool _stopping;

    /// <summary>
    /// Hands in a wish and waits until it is durable. What was handed in is carried out even if the caller gives up waiting.
    /// </summary>
    /// <exception cref="Grpc.Core.RpcException">It was refused; see <see cref="Errors"/>.</exception>
    public Task<Answer> SubmitAsync(Submission wish, CancellationToken cancellationToken)
    {
        if (!Roles.May(wish.By, wish.Kind)) return Task.FromException<Answer>(Refusals.NotAllowed(wish));

        var pending = new Pending(wish);
        if (!_queue.Writer.TryWrite(pending))
            return Task.FromException<Answer>(_stopping ? Errors.ServerDraining(BackSoon) : Errors.WriterSaturated());
        return pending.Answer.WaitAsync(cancellationToken);
    }

    /// <summary>Takes in nothing more, and finishes what is there.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } running) await running.WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Pending>();
        // the end is when the queue is closed and empty, not when somebody asks for it
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < settings.BatchSize && _queue.Reader.TryRead(out var next))
                batch.Add(next);
            Carry(batch);
            batch.Clear();
            TidyUp();
        }
    }

    private void Carry(List<Pending> wishes)
    {
        IReadOnlyList<Outcome> outcomes;
        IReadOnlyList<EventRow> events;
        try
        {
            (outcomes, events) = Commit(wishes);
        }
        catch (DbException e) when (e.IsUnavailable())
        {
            LogUnavailable(e, wishes.Count);
            // those in the queue have waited as long, and would wait as long once more
            while (_queue.Reader.TryRead(out var waiting))
                wishes.Add(waiting);
            foreach (var wish in wishes)
                wish.Fail(Errors.StoreUnavailable());
            return;
        }
        catch (Exception e) when (wishes.Count > 1)
        {
            // somewhere among them is one that can't be carried out: it must not harm the others
            LogSplit(e.Message, wishes.Count);
            foreach (var wish in wishes)
                Carry([wish]);
            return;
        }
        catch (Exception e)
        {
            wishes[0].Fail(e);
            return;
        }

        try
        {
            if (events.Count > 0) log.Announce(events);
        }
        finally
        {
            foreach (var (index, outcome) in outcomes.Index())
                wishes[index].Tell(outcome);
        }
    }

    private (IReadOnlyList<Outcome>, IReadOnlyList<EventRow>) Commit(List<Pending> wishes)
    {
        try
        {
            using var transaction = ledger.Begin();
            var batch = new Batch(transaction, _recent, terms, desks, wishes.Select(w => w.Wish), _newest);
            var outcomes = wishes.Select(w => batch.Carry(w.Wish)).ToList();
            transaction.Commit();
            _newest = batch.Newest;
            _recent.Keep(batch.Orders);
            return (outcomes, batch.Events);
        }
        catch
        {
            // whatever went wrong, the next transaction begins with what the disk has
            _recent.Forget();
            throw;
        }
    }

    private void TidyUp()
    {
        try
        {
            ledger.FinishCheckpoint();
            if (!_queue.Reader.TryPeek(out _)) _forgetting.Step();
        }
        catch (DbException e)
        {
            // nobody waits for it, and there will be another moment
            LogUntidy(e);
        }
    }

    [LoggerMessage(LogLevel.Error, "The database can't take {Count} commands just now")]
    private partial void LogUnavailable(DbException e, int count);

    [LoggerMessage(LogLevel.Warning, "One of {Count} commands failed ({Why}): each is tried alone")]
    private partial void LogSplit(string why, int count);

    [LoggerMessage(LogLevel.Warning, "Tidying up is put off")]
    private partial void LogUntidy(DbException e);
}
