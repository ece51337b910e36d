using Google.Protobuf.WellKnownTypes;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Wall;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Wall;

/// <summary>Orders, events and snapshots in as few words as a test needs.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero); // noon in Stockholm
    public static readonly ContractorReference Testfirma = new() { Id = "1999/99999", Name = "Testfirma AB" };
    public static readonly ContractorReference Rorjour = new() { Id = "1999/10001", Name = "Söderorts Rörjour AB" };

    public static WorkOrderSummary Order(long number, WorkOrderStatus status = WorkOrderStatus.Ordered, Action<WorkOrderSummary>? with = null)
    {
        var order = new WorkOrderSummary
        {
            Number = number,
            Version = 1,
            Status = status,
            Type = WorkOrderType.Fault,
            Contractor = Testfirma,
            Street = "Torögatan 51",
            OrderedAt = Timestamp.FromDateTimeOffset(Noon.AddHours(-1).AddMinutes(number % 60)),
        };
        with?.Invoke(order);
        return order;
    }

    public static GetWallBoardResponse Snapshot(params WorkOrderSummary[] orders) => Snapshot(listSize: 30, orders);

    /// <summary>What the server would answer if these were all its orders: the same lists and counts, cut to the size.</summary>
    public static GetWallBoardResponse Snapshot(int listSize, params WorkOrderSummary[] orders)
    {
        var snapshot = new GetWallBoardResponse
        {
            LogId = "log",
            Revision = 100,
            ServerTime = Timestamp.FromDateTimeOffset(Noon),
            ServerVersion = "1",
            Matrix = Matrix(orders),
            OpenQuestions = List(WaitingKind.OpenQuestion),
            NotAccepted = List(WaitingKind.NotAccepted),
            Declined = List(WaitingKind.Declined),
            Overdue = List(WaitingKind.Overdue),
        };
        if (orders.Where(o => Due.IsOpen(o.Status)).Select(Due.Of).Where(due => due > Noon).Min() is { } next)
            snapshot.NextDueAt = Timestamp.FromDateTimeOffset(next);
        snapshot.Contractors.AddRange(orders.Where(o => o.Contractor is not null).GroupBy(o => o.Contractor)
            .Select(g => new ContractorMatrix { Contractor = g.Key, Matrix = Matrix(g) }));
        return snapshot;

        WallList List(WaitingKind kind)
        {
            var all = orders.Where(o => kind.Holds(o, Noon)).OrderBy(o => kind.Since(o)).ThenBy(o => o.Number).ToList();
            var list = new WallList { Total = all.Count };
            list.Orders.AddRange(all.Take(listSize));
            return list;
        }
    }

    public static BoardState Showing(params WorkOrderSummary[] orders) => BoardState.Of(Snapshot(orders));

    /// <summary>The frame with the order's next event: what the order is afterwards is <paramref name="after"/>.</summary>
    public static WatchWorkOrdersResponse Frame(long revision, params WorkOrderEvent[] events)
    {
        var frame = new WatchWorkOrdersResponse { Events = new Events() };
        foreach (var happened in events)
        {
            happened.Revision = revision;
            frame.Events.Items.Add(new FeedItem { Scope = ScopeChange.Stayed, Event = happened });
        }
        return frame;
    }

    public static WorkOrderEvent Event(WorkOrderSummary before, Action<WorkOrderSummary> change, Action<WorkOrderEvent> kind)
    {
        var after = before.Clone();
        change(after);
        after.Version = before.Version + 1;
        var happened = First(after, kind);
        happened.PreviousStatus = before.Status;
        return happened;
    }

    public static WorkOrderEvent First(WorkOrderSummary after, Action<WorkOrderEvent> kind)
    {
        var happened = new WorkOrderEvent
        {
            EventId = $"{after.Number}-{after.Version}",
            Number = after.Number,
            OrderVersion = after.Version,
            NewStatus = after.Status,
            Summary = after,
            CommitTime = Timestamp.FromDateTimeOffset(Noon),
        };
        kind(happened);
        return happened;
    }

    private static StatusMatrix Matrix(IEnumerable<WorkOrderSummary> orders)
    {
        var matrix = new StatusMatrix();
        matrix.Counts.AddRange(orders.GroupBy(o => (o.Status, o.Type))
            .Select(g => new StatusCount { Status = g.Key.Status, Type = g.Key.Type, Count = g.Count() }));
        return matrix;
    }
}
