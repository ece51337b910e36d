using WorkOrders.V1;

namespace WorkOrders.Client.Tests;

/// <summary>A checkpoint that one can wait for.</summary>
internal sealed class Recorded : ICheckpoint
{
    private readonly Lock _lock = new();
    private readonly List<(long Revision, TaskCompletionSource Reached)> _waiting = [];
    private FeedPosition? _position;

    public ValueTask<FeedPosition?> LoadAsync(CancellationToken cancellationToken) => new((FeedPosition?)null);

    public ValueTask SaveAsync(FeedPosition position, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _position = position;
            foreach (var (_, reached) in _waiting.Where(waiting => waiting.Revision <= position.Revision))
                reached.TrySetResult();
        }

        return ValueTask.CompletedTask;
    }

    public Task ReachedAsync(long revision, CancellationToken stop)
    {
        lock (_lock)
        {
            if (_position?.Revision >= revision)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((revision, reached));
            return reached.Task.WaitAsync(stop);
        }
    }
}
