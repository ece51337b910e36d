using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkOrders.Server.Store;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Feed;

/// <summary>
/// A server whose log the test writes itself, past the rules: any history, as fast as the disk takes it. Commits are
/// made as the writer makes them: rows, log and head in one transaction, and announced when it is durable.
/// </summary>
internal sealed class WrittenLog(TestServer server) : IAsyncDisposable
{
    public const string Testfirma = "1999/99999", Rorjouren = "1999/10001";

    private readonly Dictionary<long, WorkOrderSummary> _cards = [];
    private readonly Dictionary<long, string?> _seenBy = [];

    public TestServer Server => server;
    public CommittedLog Log => Get<CommittedLog>();

    public static async Task<WrittenLog> StartAsync(TestServerOptions? options = null) => new(await TestServer.StartAsync(options));

    public T Get<T>() where T : notnull => server.Services.GetRequiredService<T>();

    /// <summary>One commit: each order in turn gets an event, after which the given contractor sees it.</summary>
    public long Commit(params IReadOnlyList<(long Number, string? SeenBy)> events) => Commit([.. events.Select(e => new Change(e.Number, e.SeenBy))]);

    public long Commit(params IReadOnlyList<Change> changes) => CommitAll([changes]);

    /// <summary>Several commits that reach the disk and the feed together, as the writer's batches do. The last one's revision.</summary>
    public long CommitAll(IReadOnlyList<IReadOnlyList<Change>> commits)
    {
        using var context = Get<IDbContextFactory<WorkOrdersContext>>().CreateDbContext();
        var revision = Log.Head;
        var rows = commits.SelectMany(changes => RowsOf(++revision, changes)).ToList();
        using (var transaction = context.Database.BeginTransaction())
        {
            context.Events.AddRange(rows);
            foreach (var number in rows.Select(r => r.Number).Distinct()) Store(context, number, rows.Last(r => r.Number == number));
            context.SaveChanges();
            context.LogMeta.ExecuteUpdate(set => set.SetProperty(m => m.Head, revision));
            transaction.Commit();
        }
        Log.Announce(rows);
        return revision;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private IEnumerable<EventRow> RowsOf(long revision, IReadOnlyList<Change> changes) => changes.Select((c, index) =>
    {
        var card = _cards[c.Number] = _cards.TryGetValue(c.Number, out var before) ? before.Clone() : new() { Number = c.Number, Type = c.Type };
        card.Version++;
        card.Status = c.SeenBy is null ? WorkOrderStatus.Declined : WorkOrderStatus.Ordered;
        var e = new WorkOrderEvent
        {
            Revision = revision,
            Index = index,
            EventId = Guid.NewGuid().ToString(),
            Number = c.Number,
            OrderVersion = card.Version,
            CommitTime = DateTimeOffset.UnixEpoch.AddSeconds(revision).ToTimestamp(),
            Actor = new() { DisplayName = "Elsa Österberg", Role = Role.Orderer },
            Summary = card,
            NoteAdded = new() { Text = c.Text, Phrase = c.Phrase },
            LogEntry = new() { Text = c.Text, TenantVisible = c.Phrase.Length > 0 },
        };
        var row = new EventRow
        {
            Revision = revision,
            Index = index,
            EventId = Guid.Parse(e.EventId),
            Number = c.Number,
            OrderVersion = card.Version,
            Kind = "note_added",
            Type = (int)card.Type,
            VisibleBefore = _seenBy.GetValueOrDefault(c.Number),
            VisibleAfter = c.SeenBy,
            CommittedAt = e.CommitTime.ToDateTimeOffset().ToUnixTimeMilliseconds(),
            Payload = e.ToByteArray(),
        };
        _seenBy[c.Number] = c.SeenBy;
        return row;
    });

    private void Store(WorkOrdersContext context, long number, EventRow last)
    {
        context.WorkOrders.Where(o => o.Number == number).ExecuteDelete();
        context.WorkOrders.Add(new()
        {
            Number = number,
            Version = last.OrderVersion,
            Revision = last.Revision,
            Status = (int)_cards[number].Status,
            Type = last.Type,
            VisibleTo = last.VisibleAfter,
            ObjectNumber = "64010765",
            OpenQuestions = 0,
            Card = _cards[number].ToByteArray(),
            Document = "{}",
        });
    }
}

/// <summary>An event for a written log: a note, of which tenants learn if it has a phrase.</summary>
internal sealed record Change(long Number, string? SeenBy, string Text = "", WorkOrderType Type = WorkOrderType.Fault, string Phrase = "");
