using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>Where a watch starts, what it leaves out, and where its position is stored.</summary>
public sealed record WatchOptions
{
    /// <summary>Where to start if <see cref="Checkpoint"/> holds no position yet; from now on by default.</summary>
    public WatchStart Start { get; init; } = WatchStart.Now;

    /// <summary>What to leave out; nothing by default. The server narrows it to what the caller may see.</summary>
    public FeedFilter? Filter { get; init; }

    /// <summary>How much each event tells; everything that the caller may see by default.</summary>
    public FeedView View { get; init; } = FeedView.Full;

    /// <summary>
    /// How often an idle feed gives a sign of life: 1 s to 60 s, 5 s by default. After three times that without a
    /// frame the connection counts as dead and is made anew.
    /// </summary>
    public TimeSpan BookmarkInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Where the position is kept between runs; nowhere by default. It is saved when the consumer asks for the item
    /// after a whole commit, so a program that dies in the middle of one gets that commit again: take each commit in
    /// atomically, or ignore what you have already seen (by the event's revision and index).
    /// </summary>
    public ICheckpoint? Checkpoint { get; init; }

    /// <summary>What to do if the server can't go on from the position; throw by default.</summary>
    public HistoryLost OnHistoryLost { get; init; } = HistoryLost.Throw;

    /// <summary>Is told how the connection fares, for a light or a line of text; must not block or throw.</summary>
    public Action<WatchState>? StateChanged { get; init; }
}
