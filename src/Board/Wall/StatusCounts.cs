using System.Collections.Immutable;
using WorkOrders.V1;

namespace WorkOrders.Board.Wall;

/// <summary>How many orders stand where: status by type.</summary>
public sealed record StatusCounts
{
    private ImmutableDictionary<(WorkOrderStatus, WorkOrderType), Cell> Cells { get; init; } = [];

    /// <summary>A count below nothing: the picture and the log have parted.</summary>
    public bool IsBroken { get; private init; }

    public bool IsEmpty => Cells.Values.All(cell => cell.Count == 0);

    public static StatusCounts Of(StatusMatrix matrix) => new()
    {
        Cells = matrix.Counts.ToImmutableDictionary(c => (c.Status, c.Type), c => new Cell(c.Count, 0)),
    };

    public Cell this[WorkOrderStatus status, WorkOrderType type] => Cells.GetValueOrDefault((status, type));

    /// <summary>The row's Totalt, in which types that this page doesn't know are counted too.</summary>
    public Cell Total(WorkOrderStatus status)
    {
        var row = Cells.Where(c => c.Key.Item1 == status).Select(c => c.Value).ToList();
        return new Cell(row.Sum(c => c.Count), row.Select(c => c.Revision).DefaultIfEmpty().Max());
    }

    public StatusCounts Add(WorkOrderStatus status, WorkOrderType type, int difference, long revision)
    {
        var count = this[status, type].Count + difference;
        return this with { Cells = Cells.SetItem((status, type), new Cell(count, revision)), IsBroken = IsBroken || count < 0 };
    }
}

/// <summary>A count, and the revision that changed it last; 0 if it stands as the snapshot told it.</summary>
public readonly record struct Cell(int Count, long Revision);
