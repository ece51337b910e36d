using WorkOrders.Board.Live;

namespace WorkOrders.Board.Tests.Live;

public sealed class BackoffTests
{
    private readonly Backoff _backoff = new(new Random(1));

    [Fact]
    public void A_wall_never_waits_longer_than_three_seconds_however_long_the_outage() =>
        Assert.All(Enumerable.Range(0, 10_000), _ => Assert.InRange(_backoff.Next(), TimeSpan.Zero, TimeSpan.FromSeconds(3)));

    [Fact]
    public void Walls_spread_over_the_whole_time()
    {
        var waits = Enumerable.Range(0, 1_000).Select(_ => _backoff.Next().TotalSeconds).Skip(10).ToList();

        Assert.InRange(waits.Min(), 0, .1);
        Assert.InRange(waits.Max(), 2.9, 3);
        Assert.InRange(waits.Average(), 1.3, 1.7);
    }

    [Fact]
    public void The_first_tries_come_quickly_and_again_after_a_success()
    {
        for (var i = 0; i < 10; i++)
            _backoff.Next();
        _backoff.Reset();

        Assert.InRange(_backoff.Next(), TimeSpan.Zero, TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public void A_wish_of_the_server_is_spread_up_to_twice_and_is_no_way_to_keep_a_wall_waiting()
    {
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.InRange(_backoff.After(TimeSpan.FromSeconds(1)), TimeSpan.Zero, TimeSpan.FromSeconds(2)));
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.InRange(_backoff.After(TimeSpan.FromHours(1)), TimeSpan.Zero, TimeSpan.FromSeconds(3)));
    }
}
