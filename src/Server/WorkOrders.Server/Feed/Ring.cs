using System.Collections.Concurrent;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Feed;

/// <summary>
/// The newest events, at hand for every stream, in a lane for everybody and one for each contractor: who follows one
/// contractor neither reads nor is woken by what concerns the others.
/// </summary>
internal sealed class Ring(FeedSettings settings, CommittedLog log)
{
    private readonly Lane _all = new();
    private readonly ConcurrentDictionary<string, Lane> _byContractor = new(StringComparer.Ordinal);
    private readonly HashSet<Lane> _touched = [];
    private long _start, _head, _bytes;

    /// <summary>The newest revision that streams may see: durable, and in the lanes.</summary>
    public long Head => Interlocked.Read(ref _head);

    /// <summary>Called once at start, when the log is open and before anything is written or served.</summary>
    public void Open()
    {
        _start = _head = log.Head;
        log.Committed += Add;
    }

    /// <summary>Fills the batch with what comes after its position. False if that is no longer at hand.</summary>
    public bool TryRead(Batch batch)
    {
        // the head first: all that it covers is in the lanes by then
        var head = Head;
        return batch.Position >= _start && LaneOf(batch.Scope).TryRead(batch, head);
    }

    public Lane.Seat Listen(Scope scope, Bell bell) => LaneOf(scope).Listen(bell);

    /// <summary>On the writer's thread, never concurrently: hand over, and let the pool wake whoever it concerns.</summary>
    private void Add(IReadOnlyList<EventRow> rows)
    {
        foreach (var row in rows)
        {
            var e = new LoggedEvent(row);
            _bytes += e.Bytes;
            foreach (var lane in LanesOf(row))
            {
                lane.Append(e);
                _touched.Add(lane);
            }
        }
        // a full fence: see Lane.Listen
        Interlocked.Exchange(ref _head, rows[^1].Revision);
        DropWhatIsTooMuch();

        foreach (var lane in _touched) lane.Wake();
        _touched.Clear();
    }

    private void DropWhatIsTooMuch()
    {
        while (_all.Count > settings.RingEvents || (_bytes > settings.RingBytes && _all.Count > 0))
        {
            var oldest = _all.Oldest;
            foreach (var lane in LanesOf(oldest.Row)) lane.DropOldest();
            _bytes -= oldest.Bytes;
        }
    }

    private Lane LaneOf(Scope scope) => scope.Contractor is { } contractor ? LaneOf(contractor) : _all;

    private Lane LaneOf(string contractor) => _byContractor.GetOrAdd(contractor, static _ => new());

    private IEnumerable<Lane> LanesOf(EventRow e)
    {
        yield return _all;
        if (e.VisibleBefore is { } before) yield return LaneOf(before);
        if (e.VisibleAfter is { } after && after != e.VisibleBefore) yield return LaneOf(after);
    }
}
