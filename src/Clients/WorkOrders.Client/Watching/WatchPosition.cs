using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>How far the consumer has come: moves on by whole commits, never back, and is saved after it has moved.</summary>
internal sealed class WatchPosition(ICheckpoint? checkpoint)
{
    private string _logId = "";
    private FeedPosition? _saved;

    /// <summary>Where the next connection resumes; null: at the watch's start.</summary>
    public FeedPosition? Current { get; private set; }

    public async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        if (checkpoint is null)
            return;
        Current = _saved = await checkpoint.LoadAsync(cancellationToken).ConfigureAwait(false);
        _logId = Current?.LogId ?? "";
    }

    public async ValueTask SaveAsync(CancellationToken cancellationToken)
    {
        if (checkpoint is null || Current is null || Current.Equals(_saved))
            return;
        await checkpoint.SaveAsync(Current, cancellationToken).ConfigureAwait(false);
        _saved = Current;
    }

    /// <summary>Learns which log this is and, for a watch that starts with events, after which revision they begin.</summary>
    public void Started(Started started, WatchStart start)
    {
        _logId = started.LogId;
        if (Current is null && !ReferenceEquals(start, WatchStart.InitialState))
            Current = At(start.Revision ?? started.HeadRevision);
    }

    /// <summary>The items of a frame. The server splits no commit over two, so the last item of each commit is known.</summary>
    public IEnumerable<WatchedItem> Read(Events events)
    {
        var items = events.Items;
        var before = Current;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.ContentCase == FeedItem.ContentOneofCase.State)
            {
                yield return new WatchedItem(WatchedKind.State, item, null);
                continue;
            }

            // Skips what a newer server may add, and what has been told before.
            if (Revision(item) is not { } revision || (before is not null && revision <= before.Revision))
                continue;
            var endsCommit = i + 1 == items.Count || Revision(items[i + 1]) != revision;
            var position = endsCommit ? At(revision) : before;
            yield return new WatchedItem(item.Left is null ? WatchedKind.Event : WatchedKind.Left, item, position);
            before = position;
        }
    }

    public WatchedItem InitialStateEnd(long revision) => new(WatchedKind.InitialStateEnd, null, At(revision));

    public void TakenIn(WatchedItem item) => Current = item.Position ?? Current;

    /// <summary>Everything in scope up to here has been told, also if that was nothing.</summary>
    public void ReachedInPeace(long revision)
    {
        // Before the initial state is complete there is no place to resume from.
        if (Current is not null && revision > Current.Revision)
            Current = At(revision);
    }

    public void Forget() => Current = _saved = null;

    private static long? Revision(FeedItem item) => item.Event?.Revision ?? item.Left?.Revision;

    private FeedPosition At(long revision) => new() { LogId = _logId, Revision = revision };
}
