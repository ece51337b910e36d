using WorkOrders.Server.Store;

namespace WorkOrders.Server.Lifecycle;

/// <summary>Removes the ids of requests that nobody repeats any more: in small steps, while the writer has nothing better to do.</summary>
internal sealed class Forgetting(Ledger ledger, WriterSettings settings, TimeProvider clock)
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private DateTimeOffset _next;

    public void Step()
    {
        var now = clock.GetUtcNow();
        if (now < _next) return;

        using var transaction = ledger.Begin();
        var forgotten = transaction.Forget(now.AddDays(-settings.RequestDays), AtOnce);
        transaction.Commit();
        // more of them are waiting, perhaps
        _next = forgotten == AtOnce ? now : now + Pause;
    }
}
