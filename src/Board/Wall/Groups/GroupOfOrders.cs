using System.Collections.Immutable;
using WorkOrders.V1;

namespace WorkOrders.Board.Wall.Groups;

/// <summary>What waits with one contractor, or in one district: how much of each kind, and the worst of it.</summary>
/// <param name="Key">The contractor's id, or the district; empty for the orders that have none.</param>
/// <param name="Name">What it is called; empty for the orders that have none.</param>
/// <param name="Counts">Of each kind, in the order of <see cref="WaitingKind"/>.</param>
/// <param name="Worst">The orders that wait for anything, each once.</param>
public sealed record GroupOfOrders(string Key, string Name, ImmutableArray<int> Counts, WaitingList Worst)
{
    /// <summary>With fewer cards than this, and more orders, a tile can't show what it should.</summary>
    private const int FewCards = 4;

    public int this[WaitingKind kind] => Counts[(int)kind];

    public int Total => Worst.Total;

    /// <summary>A count below nothing: the picture and the log have parted.</summary>
    public bool IsBroken => Total < 0 || Counts.Any(count => count < 0);

    public bool IsDrained => Worst.IsCut && Worst.Orders.Count < FewCards;

    public static GroupOfOrders None(string key, string name) => new(key, name, [0, 0, 0, 0], new(WaitingKind.Any, [], 0));

    public static GroupOfOrders Of(WallGroup told) => new(
        told.Key, told.Name, [told.OpenQuestions, told.NotAccepted, told.Declined, told.Overdue], new(WaitingKind.Any, [.. told.Worst], told.Total));

    /// <summary>Something happened to one of its orders; what it was before or is after in another group is left out.</summary>
    internal GroupOfOrders Apply(Change change, DateTimeOffset now)
    {
        // of a whole list the card says what was; of a cut one, what the event tells
        var before = Worst.Find(change.Number) ?? (Worst.IsCut ? change.Before : null);
        return this with
        {
            Counts = [.. Counts.Select((count, kind) => count - Holds((WaitingKind)kind, before) + Holds((WaitingKind)kind, change.After))],
            Worst = Worst.Apply(change, now),
        };

        int Holds(WaitingKind kind, WorkOrderSummary? order) => order is not null && kind.Holds(order, now) ? 1 : 0;
    }
}
