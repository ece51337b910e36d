using WorkOrders.V1;

namespace WorkOrders.Server.Feed;

/// <summary>
/// What a stream reads at once: whole commits, so many bytes, and the position that it has come to by that. The
/// position moves on also where nothing was in scope. One for each stream, used again for each read.
/// </summary>
internal sealed class Batch(Scope scope, long position, int maxBytes, int maxItems = int.MaxValue)
{
    /// <summary>How far a stream looks for something in its scope before it lets go of what it reads from.</summary>
    private const int MaxLooks = 1_024;

    private readonly List<(LoggedEvent Event, ScopeChange Change)> _items = [];
    private int _bytes, _looks;

    public Scope Scope => scope;

    /// <summary>Everything in scope up to and with this revision is in this batch, or was in one before.</summary>
    public long Position { get; private set; } = position;

    public bool IsEmpty => _items.Count == 0;

    public IEnumerable<EncodedItem> Items => _items.Select(i => i.Event.For(scope.Audience, i.Change));

    private bool IsFull => _bytes >= maxBytes || _looks >= MaxLooks || _items.Count >= maxItems;

    public void Clear()
    {
        _items.Clear();
        (_bytes, _looks) = (0, 0);
    }

    /// <summary>Events come in the order of the log. False if the next commit no longer fits.</summary>
    public bool TryAdd(LoggedEvent e)
    {
        // only the end of a commit is a place to stop
        if (e.Revision > Position && IsFull) return false;

        Position = e.Revision;
        _looks++;
        if (scope.ChangeBy(e.Row) is var change and not ScopeChange.Unspecified)
        {
            _items.Add((e, change));
            _bytes += e.Bytes;
        }
        return true;
    }

    /// <summary>
    /// Leaves out what the audience learns nothing of. To be called where no lane is locked: to find out, an event may have to
    /// be read.
    /// </summary>
    public void LeaveOutUntold() => _items.RemoveAll(i => !i.Event.IsFor(scope.Audience));

    /// <summary>There was nothing more up to here.</summary>
    public void ReachedThe(long revision) => Position = Math.Max(Position, revision);

    public Frame ToFrame() => Frame.OfItems([.. Items]);
}
