using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Store;
using WorkOrders.V1;

namespace WorkOrders.Server.Feed;

/// <summary>Which orders have changed since a revision, and whether they were in scope then: their first event since tells.</summary>
internal sealed class ChangesSince(Scope scope, long revision)
{
    private readonly SortedDictionary<long, bool> _wasInScope = [];
    private long _read = revision;

    /// <summary>Takes in what has happened until the present state of the snapshot.</summary>
    public void ReadOn(WorkOrdersContext context)
    {
        var head = context.LogMeta.AsNoTracking().Select(m => m.Head).Single();
        var events = context.Events.AsNoTracking().Where(e => e.Revision > _read && e.Revision <= head).Within(scope)
            .OrderBy(e => e.Revision).ThenBy(e => e.Index)
            .Select(e => new EventRow
            {
                Revision = e.Revision,
                Index = e.Index,
                EventId = e.EventId,
                Number = e.Number,
                OrderVersion = e.OrderVersion,
                Kind = e.Kind,
                Type = e.Type,
                VisibleBefore = e.VisibleBefore,
                VisibleAfter = e.VisibleAfter,
                CommittedAt = e.CommittedAt,
                Payload = Array.Empty<byte>(),
            });
        foreach (var e in events) _wasInScope.TryAdd(e.Number, scope.ChangeBy(e) is ScopeChange.Stayed or ScopeChange.Left);
        _read = head;
    }

    /// <summary>The orders with numbers above <paramref name="after"/> and up to <paramref name="last"/> that have changed since, and were in scope.</summary>
    public IEnumerable<long> InScopeBefore(long after, long last) =>
        _wasInScope.Where(o => o.Value && o.Key > after && o.Key <= last).Select(o => o.Key);
}
