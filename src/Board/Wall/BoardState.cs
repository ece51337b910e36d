using System.Collections.Immutable;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Wall.Groups;
using WorkOrders.V1;

namespace WorkOrders.Board.Wall;

/// <summary>What the wall shows, as of one revision: a snapshot, and what the feed has told since. Changed only by <see cref="Fold.Apply"/>.</summary>
public sealed record BoardState
{
    private const int EventsKept = 12;

    public required string LogId { get; init; }
    public required long Revision { get; init; }
    /// <summary>The server's clock when the snapshot was taken.</summary>
    public required DateTimeOffset TakenAt { get; init; }
    /// <summary>The Swedish day for which COMPLETED is counted: another day needs another snapshot.</summary>
    public required DateOnly Day { get; init; }
    /// <summary>The latest instant that the picture has been told of, for which lateness is judged.</summary>
    public required DateTimeOffset Now { get; init; }
    /// <summary>When the next order becomes late, without anything happening to it: then another snapshot is needed. Null if none will.</summary>
    public DateTimeOffset? NextDue { get; init; }
    public string ServerVersion { get; init; } = "";

    public StatusCounts Matrix { get; init; } = new();
    public ImmutableDictionary<string, ContractorCounts> Contractors { get; init; } = [];
    public ImmutableList<WorkOrderEvent> Newest { get; init; } = [];
    public ImmutableList<WaitingList> Waiting { get; init; } = [];

    /// <summary>What waits by contractor and by district, of those that were asked for.</summary>
    public ImmutableDictionary<WallGrouping, GroupsOfOrders> Groupings { get; init; } = [];

    /// <summary>The latest card of each order that the feed has spoken of and that isn't finished for good.</summary>
    internal ImmutableDictionary<long, WorkOrderSummary> Cards { get; init; } = [];
    /// <summary>The last revision that touched each order, since the snapshot.</summary>
    internal ImmutableDictionary<long, long> Touched { get; init; } = [];

    /// <summary>Something happened whose effect can't be told from here: load a new snapshot, and show this until then.</summary>
    public bool WantsSnapshot { get; init; }

    public WaitingList this[WaitingKind kind] => Waiting[(int)kind];

    /// <summary>The revision that changed the order last; 0 if nothing has since the snapshot.</summary>
    public long TouchedAt(long number) => Touched.GetValueOrDefault(number);

    /// <summary>Whether the picture, as it was told, has become wrong by this time.</summary>
    internal bool IsOutdated(DateTimeOffset now) => SwedishTime.DateOf(now) != Day || NextDue <= now;

    internal WorkOrderSummary? Card(long number) =>
        Cards.GetValueOrDefault(number) ?? Lists.Select(list => list.Find(number)).FirstOrDefault(card => card is not null);

    private IEnumerable<WaitingList> Lists => Waiting.Concat(Groupings.Values.SelectMany(g => g.All.Values).Select(g => g.Worst));

    internal BoardState Told(WorkOrderEvent happened)
    {
        var newest = Newest.Insert(0, happened);
        return this with { Newest = newest.Count > EventsKept ? newest.RemoveAt(EventsKept) : newest };
    }

    /// <param name="snapshot">What the server told.</param>
    /// <param name="groupings">Which groups it was asked for.</param>
    public static BoardState Of(GetWallBoardResponse snapshot, params IEnumerable<WallGrouping> groupings)
    {
        var takenAt = snapshot.ServerTime.ToDateTimeOffset();
        return new BoardState
        {
            LogId = snapshot.LogId,
            Revision = snapshot.Revision,
            TakenAt = takenAt,
            Day = SwedishTime.DateOf(takenAt),
            Now = takenAt,
            NextDue = snapshot.NextDueAt?.ToDateTimeOffset(),
            ServerVersion = snapshot.ServerVersion,
            Matrix = StatusCounts.Of(snapshot.Matrix ?? new StatusMatrix()),
            Contractors = snapshot.Contractors.ToImmutableDictionary(c => c.Contractor.Id, ContractorCounts.Of),
            Newest = [.. snapshot.NewestEvents.Take(EventsKept)],
            Groupings = groupings.ToImmutableDictionary(g => g, g => GroupsOfOrders.Of(g, snapshot)),
            Waiting =
            [
                WaitingList.Of(WaitingKind.OpenQuestion, snapshot.OpenQuestions),
                WaitingList.Of(WaitingKind.NotAccepted, snapshot.NotAccepted),
                WaitingList.Of(WaitingKind.Declined, snapshot.Declined),
                WaitingList.Of(WaitingKind.Overdue, snapshot.Overdue),
            ],
        };
    }
}
