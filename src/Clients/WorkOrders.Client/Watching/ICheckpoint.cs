using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>
/// Where a watch keeps its position between runs: <see cref="FileCheckpoint"/>, <see cref="MemoryCheckpoint"/>, or
/// your own, in the transaction in which you store what you have received.
/// </summary>
public interface ICheckpoint
{
    /// <summary>Reads the position; called once, when a watch starts.</summary>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The last saved position, or null if there is none yet.</returns>
    ValueTask<FeedPosition?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Stores the position. Called after the consumer has taken in everything up to it, and never for a position
    /// before the last one of the same log. An exception ends the watch.
    /// </summary>
    /// <param name="position">The log and the revision.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>Completes when the position is safe.</returns>
    ValueTask SaveAsync(FeedPosition position, CancellationToken cancellationToken);
}
