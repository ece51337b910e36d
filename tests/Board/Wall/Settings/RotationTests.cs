using Microsoft.Extensions.Time.Testing;
using WorkOrders.Board.Wall.Settings;

namespace WorkOrders.Board.Tests.Wall.Settings;

/// <summary>Whose turn it is on a wall.</summary>
public sealed class RotationTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Each_layout_has_its_time_and_says_how_much_of_it_is_left()
    {
        var rotation = Of("/wall?every=30");
        Assert.Equal((WallLayoutKind.All, TimeSpan.FromSeconds(30)), (rotation.Current, rotation.Left));

        Pass(rotation, 29);
        Assert.Equal((WallLayoutKind.All, TimeSpan.FromSeconds(1)), (rotation.Current, rotation.Left));
        Pass(rotation, 1);
        Assert.Equal((WallLayoutKind.Contractor, TimeSpan.FromSeconds(30)), (rotation.Current, rotation.Left));
        Pass(rotation, 60);
        Assert.Equal(WallLayoutKind.All, rotation.Current);
    }

    [Fact]
    public void Paused_it_stands_still_until_somebody_lets_it_go_on()
    {
        var rotation = Of("/wall?every=10");
        rotation.Pause(true);
        Pass(rotation, 3_600);
        Assert.Equal((WallLayoutKind.All, true, null), (rotation.Current, rotation.IsPaused, rotation.Left));

        rotation.Pause(false);
        Assert.Equal(TimeSpan.FromSeconds(10), rotation.Left);
        Pass(rotation, 10);
        Assert.Equal(WallLayoutKind.Contractor, rotation.Current);
    }

    [Fact]
    public void By_hand_it_goes_both_ways_and_round_and_what_it_goes_to_has_its_whole_time()
    {
        var rotation = Of("/wall?every=30");
        Pass(rotation, 25);
        rotation.Turn(-1);
        Assert.Equal((WallLayoutKind.District, TimeSpan.FromSeconds(30)), (rotation.Current, rotation.Left));
        rotation.Turn(1);
        Assert.Equal(WallLayoutKind.All, rotation.Current);
    }

    [Theory]
    [InlineData("/wall?every=off", 3)]
    [InlineData("/wall?layout=district", 1)]
    public void Where_nothing_turns_there_is_nothing_to_pause(string address, int count)
    {
        var rotation = Of(address);
        rotation.Pause(true);
        Assert.Equal((false, false, null, count), (rotation.CanTurn, rotation.IsPaused, rotation.Left, rotation.Count));
    }

    [Fact]
    public void An_address_can_say_where_it_stands_still()
    {
        var rotation = Of("/wall?show=district");
        Assert.Equal((WallLayoutKind.District, true), (rotation.Current, rotation.IsPaused));
    }

    [Fact]
    public void Another_scale_does_not_begin_it_anew()
    {
        var rotation = Of("/wall?every=30");
        Pass(rotation, 35);
        rotation.Set(WallSettings.Of("/wall?every=30&scale=125"));
        Assert.Equal((WallLayoutKind.Contractor, TimeSpan.FromSeconds(25)), (rotation.Current, rotation.Left));
    }

    private Rotation Of(string address)
    {
        var rotation = new Rotation(_time);
        rotation.Set(WallSettings.Of(address));
        return rotation;
    }

    // as the wall does: once a second
    private void Pass(Rotation rotation, int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            rotation.Tick();
        }
    }
}
