using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;

namespace WorkOrders.Server.Queries;

/// <summary>What a wall board shows, all of it as of one revision. Cards and wall views only: nothing else may hang there.</summary>
internal sealed class WallBoard(IDbContextFactory<WorkOrdersContext> contexts, WallGroups groups, TimeProvider clock)
{
    private const int DefaultSize = 20, MaxSize = 100;

    private static readonly string ServerVersion = typeof(WallBoard).Assembly.GetName().Version?.ToString(3) ?? "";

    public GetWallBoardResponse Get(GetWallBoardRequest request)
    {
        var wrong = new FieldViolations();
        if (request.ListSize < 0) wrong.Add("list_size", "Får inte vara negativt.", "Must not be negative.");
        if (request.Groupings.Any(g => g is WallGrouping.Unspecified || !System.Enum.IsDefined(g)))
            wrong.Add("groupings", "Okänd gruppering: CONTRACTOR eller DISTRICT.", "Unknown grouping: CONTRACTOR or DISTRICT.");
        wrong.ThrowIfAny();
        var size = request.ListSize == 0 ? DefaultSize : Math.Min(request.ListSize, MaxSize);

        var now = clock.GetUtcNow();
        var milliseconds = now.ToUnixTimeMilliseconds();
        using var context = contexts.CreateDbContext();
        using var snapshot = context.BeginSnapshot();
        var meta = context.LogMeta.Single();
        var cells = StatusCounts.All(context);
        var orders = context.WorkOrders;
        return new()
        {
            LogId = meta.LogId,
            Revision = meta.Head,
            ServerTime = now.ToTimestamp(),
            ServerVersion = ServerVersion,
            Matrix = StatusCounts.Sum(cells),
            Contractors = { OfContractors(context, cells) },
            NewestEvents = { Newest(context, size) },
            OpenQuestions = List(orders.Where(o => o.OldestOpenQuestionAt != null), o => o.OldestOpenQuestionAt, size),
            EscalatedQuestionCount = orders.Count(o => o.QuestionEscalatesAt <= milliseconds),
            NotAccepted = List(orders.NotAccepted(), o => o.OrderedAt, size),
            Declined = List(orders.DeclinedOnes(), o => o.DeclinedAt, size),
            Overdue = List(orders.Overdue(milliseconds), o => o.DueAt, size),
            ContractorGroups = { Groups(WallGrouping.Contractor) },
            DistrictGroups = { Groups(WallGrouping.District) },
            NextDueAt = orders.Where(o => o.DueAt > milliseconds).Min(o => o.DueAt) is { } next
                ? DateTimeOffset.FromUnixTimeMilliseconds(next).ToWire()
                : null,
        };

        IReadOnlyList<WallGroup> Groups(WallGrouping grouping) =>
            request.Groupings.Contains(grouping) ? groups.Of(grouping, context, meta.LogId, meta.Head, now) : [];
    }

    private static IEnumerable<ContractorMatrix> OfContractors(WorkOrdersContext context, List<StatusCountRow> cells)
    {
        var names = context.Contractors.ToDictionary(c => c.Id, c => c.Name);
        return cells.Where(c => c.ContractorId.Length > 0).GroupBy(c => c.ContractorId)
            .Where(contractor => contractor.Any(c => c.Status <= OrderFilter.Completed))
            .Select(contractor => new ContractorMatrix
            {
                Contractor = new() { Id = contractor.Key, Name = names.GetValueOrDefault(contractor.Key, contractor.Key) },
                Matrix = StatusCounts.Sum(contractor),
            })
            .OrderBy(contractor => contractor.Contractor.Id, StringComparer.Ordinal);
    }

    private static IEnumerable<WorkOrderEvent> Newest(WorkOrdersContext context, int size) =>
        context.Events.OrderByDescending(e => e.Revision).ThenByDescending(e => e.Index).Take(size).Select(e => e.Payload)
            .AsEnumerable().Select(payload => WallView.Of(WorkOrderEvent.Parser.ParseFrom(payload)));

    private static WallList List<TKey>(
        IQueryable<WorkOrderRow> orders, System.Linq.Expressions.Expression<Func<WorkOrderRow, TKey>> waitingSince, int size) => new()
    {
        Total = orders.Count(),
        Orders =
        {
            orders.OrderBy(waitingSince).ThenBy(o => o.Number).Take(size).Select(o => o.Card)
                .AsEnumerable().Select(card => WorkOrderSummary.Parser.ParseFrom(card)),
        },
    };
}
