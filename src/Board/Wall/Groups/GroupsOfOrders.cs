using System.Collections.Immutable;
using WorkOrders.V1;

namespace WorkOrders.Board.Wall.Groups;

/// <summary>What waits, by contractor or by district: a fold beside that of the whole.</summary>
public sealed record GroupsOfOrders(WallGrouping Grouping, ImmutableDictionary<string, GroupOfOrders> All)
{
    /// <summary>The groups that a wall has room for, whatever its scale: of those beyond, the server tells no cards.</summary>
    public const int WithCards = 16;

    /// <summary>Whoever has most that waits; of those with as much, whoever has more that is late.</summary>
    public IEnumerable<GroupOfOrders> WorstFirst => All.Values
        .OrderByDescending(g => g.Total).ThenByDescending(g => g[WaitingKind.Overdue]).ThenBy(g => g.Name, StringComparer.Ordinal);

    /// <summary>There are orders that the board has no cards of.</summary>
    public bool IsCut => All.Values.Any(g => g.Worst.IsCut);

    public bool WantsSnapshot => All.Values.Any(g => g.IsBroken) || WorstFirst.Take(WithCards).Any(g => g.IsDrained);

    public static GroupsOfOrders Of(WallGrouping grouping, GetWallBoardResponse snapshot) => new(
        grouping,
        (grouping is WallGrouping.District ? snapshot.DistrictGroups : snapshot.ContractorGroups).ToImmutableDictionary(g => g.Key, GroupOfOrders.Of));

    public static string KeyOf(WallGrouping grouping, WorkOrderSummary order) =>
        grouping is WallGrouping.District ? order.District : order.Contractor?.Id ?? "";

    public static string NameOf(WallGrouping grouping, WorkOrderSummary order) =>
        grouping is WallGrouping.District ? order.District : order.Contractor?.Name ?? "";

    internal GroupsOfOrders Apply(Change change, DateTimeOffset now)
    {
        var all = All;
        foreach (var order in new[] { change.Before, change.After }.OfType<WorkOrderSummary>().DistinctBy(o => KeyOf(Grouping, o)))
        {
            var key = KeyOf(Grouping, order);
            var group = all.GetValueOrDefault(key) ?? GroupOfOrders.None(key, NameOf(Grouping, order));
            group = group.Apply(change with { Before = Within(change.Before, key), After = Within(change.After, key) }, now);
            all = group.Total == 0 && !group.IsBroken ? all.Remove(key) : all.SetItem(key, group);
        }
        return this with { All = all };
    }

    private WorkOrderSummary? Within(WorkOrderSummary? order, string key) => order is not null && KeyOf(Grouping, order) == key ? order : null;
}
