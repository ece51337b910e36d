using WorkOrders.Board.Live;

namespace WorkOrders.Board.Tests.Live;

public sealed class ServerClockTests
{
    private static readonly DateTimeOffset Wrong = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Right = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_goes_on_from_what_the_server_said_whatever_this_machine_believes()
    {
        var time = new JumpingClock(Wrong);
        var clock = new ServerClock(time);
        clock.Set(Right);

        time.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(Right.AddSeconds(90), clock.Now);

        time.Jump(TimeSpan.FromDays(365));
        Assert.Equal(Right.AddSeconds(90), clock.Now);
    }
}
