using WorkOrders.Board.Dispatch.Orders;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Dispatch;

public sealed class DispatchAddressTests
{
    [Theory]
    [InlineData("/dispatch")]
    [InlineData("/dispatch?contractor=1999%2F99999")]
    [InlineData("/dispatch?group=forgotten")]
    [InlineData("/dispatch?status=ordered&q=tor%C3%B6g&contractor=1999%2F99999&group=others")]
    [InlineData("/dispatch?page=c~101.b~51.a&from=151&group=declined")]
    public void An_address_is_read_and_written_the_same(string address)
    {
        Assert.Equal(address, DispatchAddress.Of(address).ToString());
        Assert.Equal(address, DispatchAddress.Of("http://127.0.0.1:8080" + address + "#main").ToString());
        Assert.Empty(DispatchAddress.Of(address).List.Wrong);
    }

    [Theory]
    [InlineData("/dispatch?group=xyz", "group=xyz")]
    [InlineData("/dispatch?status=xyz", "status=xyz")]
    public void What_means_nothing_is_told(string address, string wrong) =>
        Assert.Equal(wrong, Assert.Single(DispatchAddress.Of(address).List.Wrong));

    [Theory]
    [InlineData(Attention.Declined, "declined_at")]
    [InlineData(Attention.Forgotten, "ordered_at")]
    [InlineData(Attention.Overdue, "due_at")]
    [InlineData(Attention.None, "number desc")]
    public void Each_group_is_asked_for_in_its_own_order(Attention group, string order)
    {
        var request = DispatchAddress.Of("/dispatch?contractor=1999/99999&q=bland&type=fault").ToRequest(group);
        Assert.Equal(order, request.OrderBy);
        Assert.Equal(
            new WorkOrderFilter { ContractorId = "1999/99999", Text = "bland", Types_ = { WorkOrderType.Fault }, Attention = group }, request.Filter);
    }

    [Fact]
    public void An_order_that_was_chosen_wins() =>
        Assert.Equal("planned_for desc", DispatchAddress.Of("/dispatch?sort=-planned_for").ToRequest(Attention.Declined).OrderBy);
}
