using WorkOrders.Board.Portal.Order;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Order;

public sealed class CompletionTests
{
    [Theory]
    // unit, action, properties, serial number, seen the reminder
    [InlineData("Diskbänk", "", "", "", false, Completion.WriteAction)]
    [InlineData("Diskbänk", "  \n", "FMM 9000", "123", true, Completion.WriteAction)]
    [InlineData("Diskbänk", "Bytt blandare", "", "", false, Completion.RemindOfUnit)]
    [InlineData("Diskbänk", "Bytt blandare", "FMM 9000", "", false, Completion.RemindOfUnit)]
    [InlineData("Diskbänk", "Bytt blandare", "", "123", false, Completion.RemindOfUnit)]
    [InlineData("Diskbänk", "Bytt blandare", "", "", true, Completion.Send)]
    [InlineData("Diskbänk", "Bytt blandare", "FMM 9000", "123", false, Completion.Send)]
    [InlineData("", "Målat", "", "", false, Completion.Send)]
    public void What_was_done_is_required_and_a_unit_s_model_and_serial_number_are_asked_for_once(
        string unit, string action, string properties, string serial, bool anyway, Completion next)
    {
        var order = new WorkOrder { Subject = new() { Unit = unit } };
        var draft = Draft.Of(OrderFields.Of(order))
            .Type(OrderFields.ActionPerformed, action).Type(OrderFields.Properties, properties).Type(OrderFields.SerialNumber, serial);

        Assert.Equal(next, Completions.Next(order, draft, anyway));
    }

    [Fact]
    public void A_draft_that_the_order_holds_is_what_was_done()
    {
        var order = new WorkOrder { ActionPerformed = "Bytt blandare" };

        Assert.Equal(Completion.Send, Completions.Next(order, Draft.Of(OrderFields.Of(order)), anyway: false));
    }
}
