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

    internal WaitingList Apply(Change change, DateTimeOffset now)
    {
        var old = Orders.FindIndex(o => o.Number == change.Number);
        var was = old >= 0 || (IsCut && change.Before is { } before && Kind.Holds(before, now));
        var waits = change.After is { } after && Kind.Holds(after, now) ? after : null;

        var next = this with { Total = Total - (was ? 1 : 0) + (waits is null ? 0 : 1) };
        if (old >= 0 && waits is not null && Kind.Rank(waits, now) == Kind.Rank(Orders[old], now))
            return next with { Orders = Orders.SetItem(old, waits) };

        var rest = old >= 0 ? Orders.RemoveAt(old) : Orders;
        if (waits is null)
            return next with { Orders = rest };

        var place = rest.FindIndex(o => Kind.Rank(o, now).CompareTo(Kind.Rank(waits, now)) > 0);
        // behind the last card of a cut list stand orders that the board doesn't know: its place is among them
        if (place < 0 && rest.Count < next.Total - 1)
            return next with { Orders = rest };
        var inserted = rest.Insert(place < 0 ? rest.Count : place, waits);
        return next with { Orders = inserted.Count > Kept ? inserted.RemoveAt(Kept) : inserted };
    }
}
