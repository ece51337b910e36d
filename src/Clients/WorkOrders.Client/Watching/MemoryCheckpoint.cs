using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>Keeps a watch's position as long as the program runs: a second watch goes on where the first one ended.</summary>
public sealed class MemoryCheckpoint : ICheckpoint
{
    private FeedPosition? _position;

    /// <inheritdoc/>
    public ValueTask<FeedPosition?> LoadAsync(CancellationToken cancellationToken) => new(_position?.Clone());

    /// <inheritdoc/>
    public ValueTask SaveAsync(FeedPosition position, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(position);
        _position = position.Clone();
        return ValueTask.CompletedTask;
    }
}
