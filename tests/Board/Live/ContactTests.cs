using WorkOrders.Board.Live;
using WorkOrders.Board.Tests.Wall;

namespace WorkOrders.Board.Tests.Live;

public sealed class ContactTests
{
    private readonly JumpingClock _time = new(Given.Noon);
    private readonly ServerClock _clock;
    private readonly Contact _contact;

    public ContactTests()
    {
        _clock = new ServerClock(_time);
        _contact = new Contact(_time, _clock);
    }

    [Fact]
    public void A_page_that_has_not_heard_anything_yet_says_that_it_connects() =>
        Assert.Equal(ContactState.Connecting, _contact.State);

    [Fact]
    public void A_page_that_never_hears_anything_ends_up_stale()
    {
        Assert.Equal(ContactState.Broken, After(10));
        Assert.Equal(ContactState.Stale, After(50));
    }

    [Theory]
    [InlineData(0, ContactState.Live)]
    [InlineData(4.9, ContactState.Live)]
    [InlineData(5, ContactState.Reconnecting)]
    [InlineData(9.9, ContactState.Reconnecting)]
    [InlineData(10, ContactState.Broken)]
    [InlineData(59.9, ContactState.Broken)]
    [InlineData(60, ContactState.Stale)]
    [InlineData(8 * 3600, ContactState.Stale)]
    public void Silence_is_told_by_its_length(double seconds, ContactState expected)
    {
        _contact.Heard(isInStep: true);

        Assert.Equal(expected, After(seconds));
    }

    [Fact]
    public void A_line_that_was_cut_is_never_called_live_however_fresh_the_picture()
    {
        _contact.Heard(isInStep: true);
        _contact.Lost();

        Assert.Equal(ContactState.Reconnecting, _contact.State);
    }

    [Fact]
    public void A_line_that_is_still_catching_up_is_not_called_live()
    {
        _contact.Heard(isInStep: true);
        _contact.Lost();
        _contact.Heard(isInStep: false);

        Assert.Equal(ContactState.Reconnecting, _contact.State);
        _contact.Heard(isInStep: true);
        Assert.Equal(ContactState.Live, _contact.State);
    }

    [Fact]
    public void The_time_shown_is_the_servers_when_the_picture_was_last_right()
    {
        _clock.Set(Given.Noon.AddHours(3)); // the television's clock is three hours slow
        _contact.Heard(isInStep: true);

        After(70);
        _contact.Heard(isInStep: false);

        Assert.Equal(Given.Noon.AddHours(3), _contact.HeardAt);
    }

    [Fact]
    public void A_wall_clock_that_jumps_neither_refreshes_nor_ages_the_picture()
    {
        _contact.Heard(isInStep: true);
        _time.Jump(TimeSpan.FromDays(-1));
        Assert.Equal(ContactState.Live, _contact.State);
        Assert.Equal(ContactState.Broken, After(10));

        _time.Jump(TimeSpan.FromDays(3));
        _contact.Heard(isInStep: true);
        Assert.Equal(ContactState.Live, _contact.State);
    }

    [Fact]
    public void Signed_out_lasts_until_the_server_speaks_to_us_again()
    {
        _contact.Heard(isInStep: true);
        _contact.SignedOut();
        Assert.True(_contact.IsSignedOut);

        _contact.Heard(isInStep: true);
        Assert.False(_contact.IsSignedOut);
    }

    private ContactState After(double seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        return _contact.State;
    }
}
