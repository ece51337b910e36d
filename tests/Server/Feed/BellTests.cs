using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Feed;

namespace WorkOrders.Server.Tests.Feed;

public sealed class BellTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_ring_before_the_wait_lets_it_through()
    {
        using var bell = new Bell(_clock);
        bell.Ring();
        Assert.True(Wait(bell).IsCompleted);
    }

    [Fact]
    public void Two_rings_count_once()
    {
        using var bell = new Bell(_clock);
        bell.Ring();
        bell.Ring();
        Assert.True(Wait(bell).IsCompleted);
        Assert.False(Wait(bell).IsCompleted);
    }

    [Fact]
    public async Task A_ring_ends_the_wait()
    {
        using var bell = new Bell(_clock);
        var wait = Wait(bell);
        Assert.False(wait.IsCompleted);
        bell.Ring();
        await wait;
    }

    [Fact]
    public async Task The_clock_rings_when_nobody_else_does()
    {
        using var bell = new Bell(_clock);
        var wait = Wait(bell, TimeSpan.FromSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(wait.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        await wait;
    }

    [Fact]
    public async Task A_timer_that_rings_too_early_is_set_again()
    {
        var hasty = new HastyClock();
        using var bell = new Bell(hasty);
        for (var i = 0; i < 3; i++)
        {
            var wait = Wait(bell);
            hasty.RingTimer();
            await wait;
        }
        Assert.Equal(3, hasty.TimesSet);
    }

    [Fact]
    public async Task A_hundred_thousand_rings_from_two_threads_lose_no_wait()
    {
        using var bell = new Bell(TimeProvider.System);
        var (given, seen) = (0, 0);
        var ringers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50_000; i++)
            {
                Interlocked.Increment(ref given);
                bell.Ring();
            }
        })).ToList();

        // a lost ring would leave the loop waiting with something unseen
        while ((seen = Volatile.Read(ref given)) < 100_000) await bell.WaitAsync(Long);

        await Task.WhenAll(ringers);
        Assert.Equal(100_000, seen);
    }

    private static Task Wait(Bell bell, TimeSpan? atMost = null) => bell.WaitAsync(atMost ?? Long).AsTask();

    /// <summary>Its time stands still, and its timer rings when the test says so.</summary>
    private sealed class HastyClock : TimeProvider, ITimer
    {
        private Action _ring = () => { };

        public int TimesSet { get; private set; }

        public void RingTimer() => _ring();

        public override long GetTimestamp() => 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ring = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            TimesSet++;
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
