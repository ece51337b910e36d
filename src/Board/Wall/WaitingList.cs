using System.Collections.Immutable;
using WorkOrders.V1;

namespace WorkOrders.Board.Wall;

/// <summary>The orders that wait for one thing, the longest waiting first: the worst of them, and how many there are in all.</summary>
public sealed record WaitingList(WaitingKind Kind, ImmutableList<WorkOrderSummary> Orders, int Total)
{
    /// <summary>What is kept at most; a list grows by events until then.</summary>
    private const int Kept = 100;

    /// <summary>There are more than the board has cards of.</summary>
    public bool IsCut => Orders.Count < Total;

    /// <summary>Fewer cards are left than the wall can show, though there are more: only a snapshot can tell which.</summary>
    public bool IsDrained => IsCut && Orders.Count < WallPlan.MostRows;

    public static WaitingList Of(WaitingKind kind, WallList? list) => new(kind, [.. list?.Orders ?? []], list?.Total ?? 0);

    public WorkOrderSummary? Find(long number) => Orders.Find(o => o.Number == number);

    internal WaitingList Apply(Change change, DateOnly today)
    {
        var old = Orders.FindIndex(o => o.Number == change.Number);
        var was = old >= 0 || (IsCut && change.Before is { } before && Kind.Holds(before, today));
        var now = change.After is { } after && Kind.Holds(after, today) ? after : null;

        var next = this with { Total = Total - (was ? 1 : 0) + (now is null ? 0 : 1) };
        if (old >= 0 && now is not null && Key(now) == Key(Orders[old]))
            return next with { Orders = Orders.SetItem(old, now) };

        var rest = old >= 0 ? Orders.RemoveAt(old) : Orders;
        if (now is null)
            return next with { Orders = rest };

        var place = rest.FindIndex(o => Key(o).CompareTo(Key(now)) > 0);
        // behind the last card of a cut list stand orders that the board doesn't know: its place is among them
        if (place < 0 && rest.Count < next.Total - 1)
            return next with { Orders = rest };
        var inserted = rest.Insert(place < 0 ? rest.Count : place, now);
        return next with { Orders = inserted.Count > Kept ? inserted.RemoveAt(Kept) : inserted };
    }

    private (DateTimeOffset, long) Key(WorkOrderSummary order) => (Kind.Since(order), order.Number);
}
