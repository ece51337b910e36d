using WorkOrders.Server.Store;

namespace WorkOrders.Server.Queries;

/// <summary>What a list is ordered by. Orders that have no such thing come last, by number.</summary>
internal enum ListKey { Number, OrderedAt, PlannedFor, DueAt, DeclinedAt, Waiting }

/// <summary>
/// An order's place in a list: the key as a number (null: it has none), then the order's own; then which of those things
/// of which an order can have several.
/// </summary>
internal readonly record struct Place(long? Key, long Number, int Part = 0);

/// <summary>How a list is ordered, and how it is read on from a place in it without reading what comes before.</summary>
internal readonly record struct ListOrder(ListKey Key, bool Descending)
{
    public static readonly ListOrder Default = new(ListKey.Number, Descending: true);

    public static ListOrder? Parse(string text) => text.Split(' ') is [var name, .. var rest] && rest is [] or ["desc"] ? name switch
    {
        "number" => new(ListKey.Number, rest is ["desc"]),
        "ordered_at" => new(ListKey.OrderedAt, rest is ["desc"]),
        "planned_for" => new(ListKey.PlannedFor, rest is ["desc"]),
        "due_at" => new(ListKey.DueAt, rest is ["desc"]),
        "declined_at" => new(ListKey.DeclinedAt, rest is ["desc"]),
        "waiting" => new(ListKey.Waiting, rest is ["desc"]),
        _ => text.Length == 0 ? Default : null,
    } : null;

    /// <summary>So many places after a place, of those orders that have the key.</summary>
    public List<Place> WithKey(IQueryable<WorkOrderRow> orders, Place? after, int count)
    {
        var (key, number) = (after?.Key ?? First, after?.Number ?? First);
        var day = Key is ListKey.PlannedFor ? DateOnly.FromDayNumber((int)Math.Clamp(key, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber)) : default;
        // each as a range of the key first: an index is entered there, and what is equal to it is skipped
        var sorted = (Key, Descending) switch
        {
            (ListKey.Number, false) => orders.Where(o => o.Number > number).OrderBy(o => o.Number),
            (ListKey.Number, true) => orders.Where(o => o.Number < number).OrderByDescending(o => o.Number),
            (ListKey.OrderedAt, false) => orders.Where(o => o.OrderedAt >= key && (o.OrderedAt > key || o.Number > number))
                .OrderBy(o => o.OrderedAt).ThenBy(o => o.Number),
            (ListKey.OrderedAt, true) => orders.Where(o => o.OrderedAt <= key && (o.OrderedAt < key || o.Number < number))
                .OrderByDescending(o => o.OrderedAt).ThenByDescending(o => o.Number),
            (ListKey.PlannedFor, false) => orders.Where(o => o.PlannedFor >= day && (o.PlannedFor > day || o.Number > number))
                .OrderBy(o => o.PlannedFor).ThenBy(o => o.Number),
            (ListKey.PlannedFor, true) => orders.Where(o => o.PlannedFor <= day && (o.PlannedFor < day || o.Number < number))
                .OrderByDescending(o => o.PlannedFor).ThenByDescending(o => o.Number),
            (ListKey.DueAt, false) => orders.Where(o => o.DueAt >= key && (o.DueAt > key || o.Number > number))
                .OrderBy(o => o.DueAt).ThenBy(o => o.Number),
            (ListKey.DueAt, true) => orders.Where(o => o.DueAt <= key && (o.DueAt < key || o.Number < number))
                .OrderByDescending(o => o.DueAt).ThenByDescending(o => o.Number),
            (ListKey.DeclinedAt, false) => orders.Where(o => o.DeclinedAt >= key && (o.DeclinedAt > key || o.Number > number))
                .OrderBy(o => o.DeclinedAt).ThenBy(o => o.Number),
            (ListKey.DeclinedAt, true) => orders.Where(o => o.DeclinedAt <= key && (o.DeclinedAt < key || o.Number < number))
                .OrderByDescending(o => o.DeclinedAt).ThenByDescending(o => o.Number),
            (ListKey.Waiting, false) => orders.Where(o => o.OldestOpenQuestionAt >= key && (o.OldestOpenQuestionAt > key || o.Number > number))
                .OrderBy(o => o.OldestOpenQuestionAt).ThenBy(o => o.Number),
            (ListKey.Waiting, true) => orders.Where(o => o.OldestOpenQuestionAt <= key && (o.OldestOpenQuestionAt < key || o.Number < number))
                .OrderByDescending(o => o.OldestOpenQuestionAt).ThenByDescending(o => o.Number),
            _ => throw new InvalidOperationException($"Nobody has said how to order by {Key}."),
        };
        return Read(sorted, count);
    }

    /// <summary>So many places after a number, of those orders that lack the key.</summary>
    public List<Place> WithoutKey(IQueryable<WorkOrderRow> orders, long? after, int count)
    {
        var number = after ?? First;
        var lacking = Key switch
        {
            ListKey.OrderedAt => orders.Where(o => o.OrderedAt == null),
            ListKey.PlannedFor => orders.Where(o => o.PlannedFor == null),
            ListKey.DueAt => orders.Where(o => o.DueAt == null),
            ListKey.DeclinedAt => orders.Where(o => o.DeclinedAt == null),
            ListKey.Waiting => orders.Where(o => o.OldestOpenQuestionAt == null),
            _ => throw new InvalidOperationException("Every order has a number."),
        };
        return Read(Descending
            ? lacking.Where(o => o.Number < number).OrderByDescending(o => o.Number)
            : lacking.Where(o => o.Number > number).OrderBy(o => o.Number), count);
    }

    public IEnumerable<Place> Sort(IEnumerable<Place> places) => Descending
        ? places.OrderByDescending(p => p.Key).ThenByDescending(p => p.Number)
        : places.OrderBy(p => p.Key).ThenBy(p => p.Number);

    private long First => Descending ? long.MaxValue : long.MinValue;

    private List<Place> Read(IQueryable<WorkOrderRow> sorted, int count)
    {
        var key = Key;
        return [.. sorted.Take(count)
            .Select(o => new { o.Number, o.OrderedAt, o.PlannedFor, o.DueAt, o.DeclinedAt, o.OldestOpenQuestionAt })
            .AsEnumerable()
            .Select(o => new Place(key switch
            {
                ListKey.Number => o.Number,
                ListKey.OrderedAt => o.OrderedAt,
                ListKey.PlannedFor => o.PlannedFor?.DayNumber,
                ListKey.DueAt => o.DueAt,
                ListKey.DeclinedAt => o.DeclinedAt,
                _ => o.OldestOpenQuestionAt,
            }, o.Number))];
    }
}
