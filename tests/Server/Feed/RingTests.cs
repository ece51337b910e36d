using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Feed;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Tests.Feed;

public sealed class RingTests
{
    private static readonly Scope Everybody = new(), A = new() { Contractor = "A" }, B = new() { Contractor = "B" };
    private readonly CommittedLog _log = new();
    private readonly FeedSettings _settings = new();

    [Fact]
    public void A_contractor_reads_its_own_events_and_those_that_take_its_orders_away()
    {
        var ring = Open();
        Announce(Event(1, null, "A"), Event(2, null, "B"), Event(3, "A", "B"), Event(4, "B", "B"));

        Assert.Equal([1, 2, 3, 4], Read(ring, Everybody, after: 0));
        Assert.Equal([1, 3], Read(ring, A, after: 0));
        Assert.Equal([2, 3, 4], Read(ring, B, after: 0));
        Assert.Equal([3], Read(ring, A, after: 1));
    }

    [Fact]
    public void The_position_moves_on_where_nothing_is_in_scope()
    {
        var ring = Open();
        Announce(Event(1, null, "B"), Event(2, "B", "B"));
        var batch = new Batch(A, 0, 1_000);
        Assert.True(ring.TryRead(batch));
        Assert.Equal((true, 2), (batch.IsEmpty, batch.Position));
    }

    [Fact]
    public void What_was_before_the_start_is_not_at_hand()
    {
        _log.Open("log", 10);
        var ring = Open();
        Announce(Event(11, null, "A"));
        Assert.Null(Read(ring, A, after: 9));
        Assert.Equal([11], Read(ring, A, after: 10));
    }

    [Fact]
    public void The_ring_keeps_so_many_events()
    {
        _settings.RingEvents = 2;
        var ring = Open();
        Announce(Event(1, null, "A"), Event(2, null, "A"), Event(3, null, "A"));
        Assert.Null(Read(ring, Everybody, after: 0));
        Assert.Null(Read(ring, A, after: 0));
        Assert.Equal([2, 3], Read(ring, A, after: 1));
    }

    [Fact]
    public void The_ring_keeps_so_many_bytes()
    {
        _settings.RingBytes = 250;
        var ring = Open();
        for (var revision = 1; revision <= 5; revision++) Announce(Event(revision, null, "A", bytes: 100));
        Assert.Null(Read(ring, Everybody, after: 2));
        Assert.Equal([4, 5], Read(ring, Everybody, after: 3));
    }

    [Fact]
    public void A_quiet_contractor_does_not_fall_behind_because_others_are_busy()
    {
        _settings.RingEvents = 2;
        var ring = Open();
        Announce(Event(1, null, "A"));
        for (var revision = 2; revision <= 20; revision++) Announce(Event(revision, null, "B"));
        Assert.Equal([], Read(ring, A, after: 1));
    }

    [Fact]
    public async Task A_watcher_of_one_contractor_is_not_woken_by_anothers_events()
    {
        var ring = Open();
        var clock = new FakeTimeProvider();
        using Bell a = new(clock), b = new(clock), all = new(clock);
        using var seats = new Seats(ring.Listen(A, a), ring.Listen(B, b), ring.Listen(Everybody, all));
        var (aWoken, bWoken, allWoken) = (Wait(a), Wait(b), Wait(all));

        Announce(Event(1, null, "B"));
        await Task.WhenAll(bWoken, allWoken);
        Assert.False(aWoken.IsCompleted);

        Announce(Event(2, "B", "A"));
        await aWoken;

        static Task Wait(Bell bell) => bell.WaitAsync(TimeSpan.FromHours(1)).AsTask();
    }

    [Fact]
    public void A_batch_ends_where_a_commit_ends()
    {
        var ring = Open();
        Announce(Event(1, null, "A", bytes: 60), Event(2, null, "A", bytes: 60), Event(2, null, "A", index: 1, bytes: 60), Event(3, null, "A"));
        var batch = new Batch(A, 0, maxBytes: 100);
        ring.TryRead(batch);
        Assert.Equal(2, batch.Position);
        Assert.Equal([(1, 0), (2, 0), (2, 1)], batch.Items.Select(i => i.Read().Place()));
    }

    private Ring Open()
    {
        var ring = new Ring(_settings, _log);
        ring.Open();
        return ring;
    }

    private void Announce(params IReadOnlyList<EventRow> rows) => _log.Announce(rows);

    private static List<long>? Read(Ring ring, Scope scope, long after)
    {
        var batch = new Batch(scope, after, int.MaxValue);
        return ring.TryRead(batch) ? [.. batch.Items.Select(i => i.Read().RevisionOf())] : null;
    }

    private static EventRow Event(long revision, string? before, string? after, int index = 0, int bytes = 1) => new()
    {
        Revision = revision,
        Index = index,
        EventId = Guid.NewGuid(),
        Number = 2375,
        OrderVersion = before is null ? 1 : 2,
        Kind = "note_added",
        Type = 1,
        VisibleBefore = before,
        VisibleAfter = after,
        CommittedAt = 0,
        Payload = Google.Protobuf.MessageExtensions.ToByteArray(
            new V1.WorkOrderEvent { Revision = revision, Index = index, EventId = new string('x', bytes) }),
    };

    private sealed class Seats(params IDisposable[] seats) : IDisposable
    {
        public void Dispose()
        {
            foreach (var seat in seats) seat.Dispose();
        }
    }
}
