using WorkOrders.Board.Portal.Order;
using WorkOrders.V1;
using static WorkOrders.V1.WorkOrderCommand;

namespace WorkOrders.Board.Tests.Portal.Order;

public sealed class OrderButtonsTests
{
    private static readonly WorkOrderCommand[] WhileOrdered = [Accept, Decline, AddNote, AskQuestion, SendMessage, Update, UpdateTenantContact];

    [Fact]
    public void An_order_that_waits_has_the_guides_buttons_in_the_guides_order() => Assert.Equal(
        [OrderButton.Back, OrderButton.Message, OrderButton.Edit, OrderButton.Note, OrderButton.Decline, OrderButton.Accept],
        OrderButtons.Of(WhileOrdered, editing: false));

    [Fact]
    public void An_accepted_order_that_is_edited_can_be_done_and_saved() => Assert.Equal(
        [OrderButton.Back, OrderButton.Message, OrderButton.Note, OrderButton.Complete, OrderButton.Discard, OrderButton.Save],
        OrderButtons.Of([Complete, AddNote, AskQuestion, SendMessage, Update], editing: true));

    [Fact]
    public void Where_nothing_is_allowed_one_can_go_back() => Assert.Equal([OrderButton.Back], OrderButtons.Of([], editing: true));

    [Fact]
    public void The_landlord_gets_its_own_buttons_and_none_of_the_contractors() => Assert.Equal(
        [OrderButton.Back, OrderButton.Edit, OrderButton.Note, OrderButton.JoinBundle, OrderButton.LeaveBundle, OrderButton.Cancel],
        OrderButtons.Of([Cancel, Reassign, AddNote, AnswerQuestion, Update, UpdateTenantContact, Bundle, Unbundle], editing: false));

    [Fact]
    public void What_was_not_done_right_can_be_opened_again() => Assert.Equal(
        [OrderButton.Back, OrderButton.Note, OrderButton.Reopen], OrderButtons.Of([Reopen, AddNote], editing: false));

    [Fact]
    public void A_command_of_the_future_is_no_button() =>
        Assert.Equal([OrderButton.Back], OrderButtons.Of([(WorkOrderCommand)999], editing: false));
}
