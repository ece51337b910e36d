using Microsoft.Extensions.Time.Testing;
using WorkOrders.Board.Wall;

namespace WorkOrders.Board.Tests.Wall;

public sealed class RecentTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Recent _recent;

    public RecentTests() => _recent = new Recent(_time);

    [Fact]
    public void What_a_snapshot_brought_is_not_highlighted() => Assert.False(_recent.Holds(0));

    [Fact]
    public void A_change_is_highlighted_for_a_moment_of_less_than_two_seconds()
    {
        _recent.MovedOnFrom(100);
        Assert.True(_recent.Holds(101));
        Assert.False(_recent.Holds(100));

        _time.Advance(TimeSpan.FromSeconds(1.7));
        Assert.True(_recent.Holds(101));
        _time.Advance(TimeSpan.FromSeconds(.3));
        Assert.False(_recent.Holds(101));
    }

    [Fact]
    public void Each_change_has_a_moment_of_its_own()
    {
        _recent.MovedOnFrom(100);
        _time.Advance(TimeSpan.FromSeconds(1));
        _recent.MovedOnFrom(101);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.False(_recent.Holds(101));
        Assert.True(_recent.Holds(102));
    }
}
