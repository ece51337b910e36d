using WorkOrders.Board.Wall;
using WorkOrders.Board.Wall.Groups;
using WorkOrders.Server.Store;
using WorkOrders.V1;

namespace WorkOrders.Server.Queries;

/// <summary>
/// What waits, by contractor and by district, as the board's own rules have it. Read once for each revision, however many
/// walls ask: all of them load again after the same event.
/// </summary>
internal sealed class WallGroups
{
    /// <summary>Few groups have high tiles.</summary>
    private const int MostCards = 8, MostCardsOfFew = 16, Few = 4;

    private readonly Lock _gate = new();
    private (string LogId, long Revision, long Late) _of;
    private Dictionary<WallGrouping, IReadOnlyList<WallGroup>> _told = [];
    private List<WorkOrderSummary>? _waiting;

    public IReadOnlyList<WallGroup> Of(WallGrouping grouping, WorkOrdersContext context, string logId, long revision, DateTimeOffset now)
    {
        lock (_gate)
        {
            // the clock alone makes an order late: as many as before are the same as before
            var state = (logId, revision, context.WorkOrders.Overdue(now.ToUnixTimeMilliseconds()).LongCount());
            if (_of != state)
                (_of, _told, _waiting) = (state, [], null);
            if (_told.TryGetValue(grouping, out var told))
                return told;
            return _told[grouping] = Grouped(grouping, _waiting ??= Waiting(context, now), now);
        }
    }

    // four small parts of the table, each with an index of its own
    private static List<WorkOrderSummary> Waiting(WorkOrdersContext context, DateTimeOffset now)
    {
        var orders = context.WorkOrders;
        IQueryable<WorkOrderRow>[] parts =
        [
            orders.Where(o => o.OldestOpenQuestionAt != null),
            orders.NotAccepted(),
            orders.DeclinedOnes(),
            orders.Overdue(now.ToUnixTimeMilliseconds()),
        ];
        return [.. parts.SelectMany(part => part.Select(o => new { o.Number, o.Card })).DistinctBy(o => o.Number)
            .Select(o => WorkOrderSummary.Parser.ParseFrom(o.Card))];
    }

    private static List<WallGroup> Grouped(WallGrouping grouping, List<WorkOrderSummary> waiting, DateTimeOffset now)
    {
        var groups = waiting.GroupBy(o => GroupsOfOrders.KeyOf(grouping, o)).ToList();
        var cards = groups.Count <= Few ? MostCardsOfFew : MostCards;
        var all = groups.Select(orders => Group(grouping, orders, cards, now))
            .OrderByDescending(g => g.Total).ThenByDescending(g => g.Overdue).ThenBy(g => g.Name, StringComparer.Ordinal).ToList();
        foreach (var group in all.Skip(GroupsOfOrders.WithCards))
            group.Worst.Clear();
        return all;
    }

    private static WallGroup Group(WallGrouping grouping, IGrouping<string, WorkOrderSummary> orders, int cards, DateTimeOffset now) => new()
    {
        Key = orders.Key,
        Name = GroupsOfOrders.NameOf(grouping, orders.First()),
        Total = orders.Count(),
        OpenQuestions = orders.Count(o => WaitingKind.OpenQuestion.Holds(o, now)),
        NotAccepted = orders.Count(o => WaitingKind.NotAccepted.Holds(o, now)),
        Declined = orders.Count(o => WaitingKind.Declined.Holds(o, now)),
        Overdue = orders.Count(o => WaitingKind.Overdue.Holds(o, now)),
        Worst = { orders.OrderBy(o => WaitingKind.Any.Rank(o, now)).Take(cards) },
    };
}
