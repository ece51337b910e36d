using System.Collections.Concurrent;
using WorkOrders.Client;

namespace WorkOrders.Cli.Demo;

/// <summary>Plays beats at a pace, and remembers how far each story has come.</summary>
internal sealed class Play(Stage stage, Pace pace, int seed, Action tick)
{
    private const int OrdersAtOnce = 8;
    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<Story, Played> _stories = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyCollection<Played> Stories => [.. _stories.Values];

    public Played Of(Story story) => _stories.GetOrAdd(story, static story => new Played(story));

    public async Task RunAsync(IReadOnlyList<Beat> beats, CancellationToken stop)
    {
        if (pace.EventsPerMinute is null)
        {
            // Each order's steps stay in order; the orders go side by side.
            var stories = beats.GroupBy(beat => beat.Story, ReferenceEqualityComparer.Instance);
            var options = new ParallelOptions { MaxDegreeOfParallelism = OrdersAtOnce, CancellationToken = stop };
            await Parallel.ForEachAsync(stories, options, async (story, token) =>
            {
                foreach (var beat in story)
                    await PlayAsync(beat, token);
            });
            return;
        }

        foreach (var beat in beats)
        {
            await Task.Delay(pace.Gap(_random), TimeProvider.System, stop);
            await PlayAsync(beat, stop);
        }
    }

    private async Task PlayAsync(Beat beat, CancellationToken stop)
    {
        var played = Of(beat.Story);
        if (played.Stopped is null)
        {
            try
            {
                await stage.PlayAsync(beat.Step, played, stop);
            }
            catch (WorkOrdersException refusal) when (
                refusal.StatusCode is not (Grpc.Core.StatusCode.Unauthenticated or Grpc.Core.StatusCode.Unavailable))
            {
                // Somebody else may have had a hand in it, on a board that all can use: this order ends here, the day goes on.
                played.Stopped = $"{beat.Step.By.Name}, {beat.Step.GetType().Name}: {refusal.Message}";
            }
        }

        tick();
    }
}
