using WorkOrders.Client;
using WorkOrders.V1;

namespace WorkOrders.Cli.Demo;

/// <summary>What our own watch has seen, event by event: the dispatcher's, which sees everything.</summary>
internal sealed class Ledger
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(long Revision, int Index), int> _seen = [];
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _reached;

    public async Task FollowAsync(
        WorkOrdersClient client, FeedPosition from, Action<WorkOrderEvent> show, Action<WatchState> connection, CancellationToken stop)
    {
        var options = new WatchOptions
        {
            Start = WatchStart.After(from),
            BookmarkInterval = TimeSpan.FromSeconds(1),
            StateChanged = connection,
        };
        await foreach (var item in client.WatchAsync(options, stop))
        {
            if (item.Event is not { } e)
                continue;
            Enter(e);
            show(e);
        }
    }

    /// <summary>Completes when the watch has come to this revision.</summary>
    public async Task ReachAsync(long revision, CancellationToken stop)
    {
        while (true)
        {
            Task moved;
            lock (_lock)
            {
                if (_reached >= revision)
                    return;
                moved = _moved.Task;
            }

            await moved.WaitAsync(stop);
        }
    }

    /// <summary>How often an event was seen: once, if all is well.</summary>
    public int TimesSeen(long revision, int index)
    {
        lock (_lock)
            return _seen.GetValueOrDefault((revision, index));
    }

    private void Enter(WorkOrderEvent e)
    {
        lock (_lock)
        {
            _seen[(e.Revision, e.Index)] = _seen.GetValueOrDefault((e.Revision, e.Index)) + 1;
            _reached = Math.Max(_reached, e.Revision);
            var moved = _moved;
            _moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            moved.SetResult();
        }
    }
}
