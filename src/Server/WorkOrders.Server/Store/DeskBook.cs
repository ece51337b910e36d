using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;

namespace WorkOrders.Server.Store;

/// <summary>
/// All desks at hand, as every answer asks for them: who is away, and who stands in. Whoever changes one does it here, so that
/// what is at hand is what is on the disk, and whoever follows is told at once.
/// </summary>
internal sealed class DeskBook(IDbContextFactory<WorkOrdersContext> contexts, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private State _state = new([], 0);

    private event Action? Changed;

    /// <summary>Another number after each change, ascending; 0 before the first.</summary>
    public long Version => Volatile.Read(ref _state).Version;

    public IReadOnlyList<Desk> All => Volatile.Read(ref _state).Desks;

    public Desk Of(string account) => All.FirstOrDefault(d => d.AccountId == account) ?? new(account);

    /// <summary>Who may answer whose questions on that day.</summary>
    public StandIns On(DateOnly day) => Volatile.Read(ref _state).On(day);

    /// <summary>Is told after each change, until it is disposed of. It must not block.</summary>
    public IDisposable Listen(Action changed)
    {
        Changed += changed;
        return new Ear(() => Changed -= changed);
    }

    public async Task ReadAsync(CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        var rows = await context.Desks.OrderBy(d => d.Account).ToListAsync(stop);
        Volatile.Write(ref _state, new([.. rows.Select(r => r.ToDesk())], rows.Count == 0 ? 0 : rows.Max(r => r.ChangedAt)));
    }

    public async Task ChangeAsync(string account, Action<DeskRow> change, CancellationToken stop)
    {
        await _oneAtATime.WaitAsync(stop);
        try
        {
            await using var context = await contexts.CreateDbContextAsync(stop);
            var row = await context.Desks.AsTracking().SingleOrDefaultAsync(d => d.Account == account, stop)
                ?? context.Add(new DeskRow { Account = account }).Entity;
            change(row);
            row.ChangedAt = Math.Max(Version + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
            await context.SaveChangesAsync(stop);
            await ReadAsync(CancellationToken.None);
        }
        finally
        {
            _oneAtATime.Release();
        }
        Changed?.Invoke();
    }

    public void Dispose() => _oneAtATime.Dispose();

    private sealed class Ear(Action close) : IDisposable
    {
        public void Dispose() => close();
    }

    private sealed class State(IReadOnlyList<Desk> desks, long version)
    {
        private Today? _today;

        public IReadOnlyList<Desk> Desks => desks;
        public long Version => version;

        // the same day again and again; two threads at midnight at worst make the same twice
        public StandIns On(DateOnly day)
        {
            if (_today is { } today && today.Day == day) return today.StandIns;

            var standIns = new StandIns(desks, day);
            _today = new(day, standIns);
            return standIns;
        }
    }

    private sealed record Today(DateOnly Day, StandIns StandIns);
}
