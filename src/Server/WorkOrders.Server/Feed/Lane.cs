namespace WorkOrders.Server.Feed;

/// <summary>
/// The events at hand that concern one contractor (or everybody), and the bells of those who follow them. The locks are
/// held for a copy of references, never while anything is encoded or sent.
/// </summary>
internal sealed class Lane : IThreadPoolWorkItem
{
    private readonly Lock _events = new();
    private readonly Lock _listeners = new();
    private readonly HashSet<Bell> _bells = [];
    private LoggedEvent[] _ring = new LoggedEvent[4];
    private int _first, _count, _listening, _waking;
    /// <summary>The newest revision that has fallen off the end.</summary>
    private long _floor;

    public void Append(LoggedEvent e)
    {
        lock (_events)
        {
            if (_count == _ring.Length) Grow();
            _ring[(_first + _count) & (_ring.Length - 1)] = e;
            _count++;
        }
    }

    /// <summary>For the writer's thread alone, as is <see cref="Oldest"/>.</summary>
    public int Count => _count;

    public LoggedEvent Oldest => At(0);

    public void DropOldest()
    {
        lock (_events)
        {
            _floor = At(0).Revision;
            _ring[_first] = null!;
            _first = (_first + 1) & (_ring.Length - 1);
            _count--;
        }
    }

    /// <summary>
    /// Adds to the batch the events after its position up to <paramref name="head"/>, as far as they fit.
    /// False if they are no longer at hand.
    /// </summary>
    public bool TryRead(Batch batch, long head)
    {
        lock (_events)
        {
            if (batch.Position < _floor) return false;

            for (var i = IndexAfter(batch.Position); i < _count && At(i).Revision <= head; i++)
                if (!batch.TryAdd(At(i))) return true;
        }
        batch.ReachedThe(head);
        return true;
    }

    public Seat Listen(Bell bell)
    {
        lock (_listeners) _bells.Add(bell);
        // a full fence, as in Ring.Add: either the writer sees this listener, or the listener sees the writer's head
        Interlocked.Increment(ref _listening);
        return new(this, bell);
    }

    private void Leave(Bell bell)
    {
        lock (_listeners) _bells.Remove(bell);
        Interlocked.Decrement(ref _listening);
    }

    /// <summary>Rings from the pool: the writer answers its callers no later for a thousand watchers.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _listening) > 0 && Interlocked.Exchange(ref _waking, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        Volatile.Write(ref _waking, 0);
        lock (_listeners)
            foreach (var bell in _bells) bell.Ring();
    }

    private LoggedEvent At(int i) => _ring[(_first + i) & (_ring.Length - 1)];

    private int IndexAfter(long revision)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (At(middle).Revision <= revision) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private void Grow()
    {
        var grown = new LoggedEvent[_ring.Length * 2];
        for (var i = 0; i < _count; i++) grown[i] = At(i);
        (_ring, _first) = (grown, 0);
    }

    /// <summary>A listener's place in the lane, until it is disposed of.</summary>
    internal readonly struct Seat(Lane lane, Bell bell) : IDisposable
    {
        public void Dispose() => lane.Leave(bell);
    }
}
