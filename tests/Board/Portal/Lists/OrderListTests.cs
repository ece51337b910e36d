using WorkOrders.Board.Portal.Lists;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Lists;

public sealed class OrderListTests
{
    private static readonly WorkOrder[] Nobody = [];

    [Theory]
    [InlineData("64010765", "64010765-20190819", "64010765-20190819")]
    [InlineData("64010765", "64010765-20190819-1-1", "64010765-20190819")]
    [InlineData("64010765", "64010765-20190819-12-10", "64010765-20190819")]
    [InlineData("1-20190819-1", "1-20190819-1-20200101", "1-20190819-1-20200101")]
    [InlineData("1-20190819-1", "1-20190819-1-20200101-1-2", "1-20190819-1-20200101")]
    public void A_bundle_is_the_number_without_group_and_position(string objectNumber, string number, string bundle) =>
        Assert.Equal(bundle, BundleKey.Of(Order(1, number, objectNumber))!.Number);

    [Fact]
    public void Orders_of_one_bundle_stand_together_where_the_first_of_them_stands() =>
        Assert.Equal("9 [8 6 5] 7", Picture(OrderList.Of([Order(9), Order(8, "1-20190819"), Order(7), Order(6, "1-20190819-1-1"), Order(5, "1-20190819")], Nobody)));

    [Fact]
    public void An_order_that_shares_its_bundle_with_no_other_stands_alone() =>
        Assert.Equal("9 8 7", Picture(OrderList.Of([Order(9, "1-20190819"), Order(8, "1-20190820"), Order(7)], Nobody)));

    [Fact]
    public void Two_contractors_bundles_of_one_number_are_two() =>
        Assert.Equal("9 8", Picture(OrderList.Of([Order(9, "1-20190819"), Order(8, "1-20190819", contractor: "1999/1")], Nobody)));

    [Fact]
    public void Over_two_pages_a_bundle_is_whole_on_the_first_and_told_of_on_the_second()
    {
        WorkOrder[] bundle = [Order(8, "1-20190819"), Order(6, "1-20190819"), Order(5, "1-20190819")];

        var first = OrderList.Of([Order(9), bundle[0], Order(7)], bundle);
        var second = OrderList.Of([bundle[1], bundle[2], Order(4)], bundle);

        Assert.Equal("9 [8 6 5] 7", Picture(first));
        Assert.Equal("(6 5) 4", Picture(second));
        Assert.Equal((5, 1), (first.Count, second.Count));
        Assert.Superset(new HashSet<long> { 5, 6 }, second.Numbers.ToHashSet());
    }

    [Fact]
    public void An_order_that_left_its_bundle_between_two_answers_is_shown_all_the_same() =>
        Assert.Equal("[9 8 7]", Picture(OrderList.Of([Order(9, "1-20190819"), Order(7, "1-20190819")], [Order(9, "1-20190819"), Order(8, "1-20190819")])));

    [Fact]
    public void A_bundle_may_be_accepted_while_one_of_its_orders_may()
    {
        var waiting = Order(9, "1-20190819");
        waiting.AllowedCommands.Add(WorkOrderCommand.Accept);

        Assert.True(Bundle(waiting, Order(8, "1-20190819")).MayBeAccepted);
        Assert.False(Bundle(Order(9, "1-20190819"), Order(8, "1-20190819")).MayBeAccepted);

        static ListEntry.Together Bundle(params WorkOrder[] orders) => Assert.IsType<ListEntry.Together>(Assert.Single(OrderList.Of(orders, Nobody).Entries));
    }

    private static string Picture(OrderList list) => string.Join(' ', list.Entries.Select(e => e switch
    {
        ListEntry.Together t => $"[{string.Join(' ', t.Orders.Select(o => o.Number))}]",
        ListEntry.Earlier t => $"({string.Join(' ', t.Numbers)})",
        _ => $"{((ListEntry.Alone)e).Order.Number}",
    }));

    private static WorkOrder Order(long number, string bundle = "", string objectNumber = "1", string contractor = "1999/99999") => new()
    {
        Number = number,
        BundleNumber = bundle,
        PropertyObject = new() { Number = objectNumber },
        Contractor = new() { Id = contractor },
    };
}
