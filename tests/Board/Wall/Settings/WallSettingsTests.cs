using WorkOrders.Board.Wall.Settings;

namespace WorkOrders.Board.Tests.Wall.Settings;

/// <summary>A board's address is its setting; what means nothing there is told, and the rest holds.</summary>
public sealed class WallSettingsTests
{
    [Fact]
    public void Without_any_all_layouts_take_turns_every_half_minute()
    {
        var settings = WallSettings.Of("https://ao.example/wall");

        Assert.Equal([WallLayoutKind.All, WallLayoutKind.Contractor, WallLayoutKind.District], settings.Layouts.ToArray());
        Assert.Equal(TimeSpan.FromSeconds(30), settings.Every);
        Assert.Equal((100, null, 65, true, false, null), (settings.Scale, settings.Night, settings.Dim, settings.Shift, settings.Kiosk, settings.Show));
        Assert.Empty(settings.Wrong);
    }

    [Fact]
    public void All_that_can_be_set_is_read()
    {
        var settings = WallSettings.Of("/wall?layout=district,all&every=600&scale=125&night=22-6&dim=40&shift=off&kiosk=on&show=all&culture=en#top");

        Assert.Equal([WallLayoutKind.District, WallLayoutKind.All], settings.Layouts.ToArray());
        Assert.Equal(TimeSpan.FromMinutes(10), settings.Every);
        Assert.Equal((125, new NightHours(22, 6), 40, false, true, WallLayoutKind.All),
            (settings.Scale, settings.Night, settings.Dim, settings.Shift, settings.Kiosk, settings.Show));
        Assert.Empty(settings.Wrong);
        Assert.Null(WallSettings.Of("/wall?every=off").Every);
        Assert.Null(WallSettings.Of("/wall?night=off").Night);
    }

    [Theory]
    [InlineData("every=9")]
    [InlineData("every=601")]
    [InlineData("every=")]
    [InlineData("every=-30")]
    [InlineData("every=30s")]
    [InlineData("layout=alla")]
    [InlineData("layout=")]
    [InlineData("layout=all,,district")]
    [InlineData("scale=74")]
    [InlineData("scale=201")]
    [InlineData("scale=1e2")]
    [InlineData("night=22")]
    [InlineData("night=22-24")]
    [InlineData("night=6-6")]
    [InlineData("dim=29")]
    [InlineData("dim=100")]
    [InlineData("shift=ja")]
    [InlineData("kiosk=true")]
    [InlineData("show=everything")]
    public void A_value_that_is_not_allowed_is_told_and_the_rest_holds(string wrong)
    {
        var settings = WallSettings.Of($"/wall?scale=150&{wrong}&night=1-2");

        Assert.Equal(wrong, Assert.Single(settings.Wrong).Given);
        Assert.True(settings.Wrong[0].IsKnown);
        Assert.Equal((150, new NightHours(1, 2)), (settings.Scale, settings.Night));
        Assert.NotEmpty(settings.Layouts);
    }

    [Fact]
    public void A_layout_that_is_not_shown_cannot_be_the_one_that_stays() =>
        Assert.Equal("show=district", Assert.Single(WallSettings.Of("/wall?layout=all,contractor&show=district").Wrong).Given);

    [Fact]
    public void An_unknown_name_is_told_as_such_and_never_at_length()
    {
        var wrong = Assert.Single(WallSettings.Of($"/wall?layuot={new string('x', 500)}").Wrong);

        Assert.False(wrong.IsKnown);
        Assert.Equal(41, wrong.Given.Length);
    }

    [Theory]
    [InlineData("/wall", "scale", "125", "/wall?scale=125")]
    [InlineData("/wall?scale=100&layout=all,district", "scale", "125", "/wall?layout=all,district&scale=125")]
    [InlineData("/wall?show=all&night=22-6", "show", null, "/wall?night=22-6")]
    [InlineData("/wall?show=all", "show", null, "/wall")]
    [InlineData("/wall?fel=%26ja", "scale", "75", "/wall?fel=%26ja&scale=75")]
    public void What_is_changed_by_hand_stays_in_the_address_with_the_rest(string before, string name, string? value, string after) =>
        Assert.Equal(after, WallSettings.Address(before, name, value));

    [Theory]
    [InlineData(22, 6, 21, false)]
    [InlineData(22, 6, 22, true)]
    [InlineData(22, 6, 0, true)]
    [InlineData(22, 6, 5, true)]
    [InlineData(22, 6, 6, false)]
    [InlineData(1, 5, 0, false)]
    [InlineData(1, 5, 1, true)]
    [InlineData(1, 5, 5, false)]
    public void A_night_goes_from_one_hour_until_the_other_begins(int from, int to, int hour, bool isNight) =>
        Assert.Equal(isNight, new NightHours(from, to).Holds(new DateTime(2026, 11, 23, hour, 30, 0, DateTimeKind.Unspecified)));
}
