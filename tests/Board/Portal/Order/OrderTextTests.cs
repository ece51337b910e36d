using WorkOrders.Board.Portal.Order;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Order;

public sealed class OrderTextTests
{
    private readonly Words _words = new();

    public OrderTextTests() => _words.Speak(Language.Swedish);

    [Theory]
    [InlineData(0, 2, false, "0 av 2 (ej hiss)")]
    [InlineData(3, 8, true, "3 av 8 (hiss)")]
    [InlineData(0, 0, false, "")]
    public void A_floor_is_written_as_in_the_guide(int floor, int floors, bool lift, string text) =>
        Assert.Equal(text, OrderText.Floor(new() { Floor = floor, Floors = floors, HasLift = lift }, _words));

    [Theory]
    [InlineData("Kök", "076506", "Kök (076506)")]
    [InlineData("Kök", "", "Kök")]
    [InlineData("", "076506", "076506")]
    [InlineData("", "", "")]
    public void A_room_is_written_with_its_code(string space, string code, string text) =>
        Assert.Equal(text, OrderText.Space(new() { Space = space, SpaceCode = code }));

    [Fact]
    public void The_starred_telephone_stands_first_and_the_others_keep_their_order()
    {
        var tenant = new Tenant { HomePhone = "1", WorkPhone = "2", MobilePhone = "3", PreferredPhone = PreferredPhone.Work };

        Assert.Equal([new("work_phone", "2", true), new("home_phone", "1", false), new("mobile_phone", "3", false)], OrderText.Phones(tenant));
        Assert.Empty(OrderText.Phones(null));
    }

    [Theory]
    [InlineData("0799999999", "tel:0799999999")]
    [InlineData("08-465 004 00", "tel:0846500400")]
    [InlineData("+46 (0)70-174 06 05", "tel:+460701740605")]
    public void A_telephone_dials_digits(string number, string dialled) => Assert.Equal(dialled, OrderText.Dialled(number));

    [Fact]
    public void A_row_was_added_at_a_time_as_swedes_read_it() =>
        Assert.Equal("2019-08-19 16:08:23", OrderText.Added(new(2019, 8, 19, 14, 8, 23, TimeSpan.Zero)));

    [Fact]
    public void What_happened_today_has_no_date()
    {
        var now = new DateTimeOffset(2026, 11, 25, 22, 30, 0, TimeSpan.Zero);

        Assert.Equal("23:02", OrderText.Lately(now.AddMinutes(-28), now));
        Assert.Equal("2026-11-26 00:02", OrderText.Lately(now.AddMinutes(32), now));
    }
}
