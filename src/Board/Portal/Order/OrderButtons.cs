using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>The buttons under an order, in the guide's order; among them the landlord's, of which the guide doesn't speak.</summary>
public enum OrderButton
{
    Back,
    Message,
    Edit,
    Note,
    JoinBundle,
    LeaveBundle,
    Reopen,
    Cancel,
    Decline,
    Accept,
    Complete,
    Discard,
    Save,
}

public static class OrderButtons
{
    /// <summary>Which there are: what the server allows, and nothing that the page would know better.</summary>
    public static IReadOnlyList<OrderButton> Of(IReadOnlyCollection<WorkOrderCommand> allowed, bool editing) =>
        [.. Enum.GetValues<OrderButton>().Where(b => b switch
        {
            OrderButton.Back => true,
            OrderButton.Message => allowed.Contains(WorkOrderCommand.SendMessage),
            OrderButton.Edit => !editing && allowed.Contains(WorkOrderCommand.Update),
            OrderButton.Note => allowed.Contains(WorkOrderCommand.AddNote) || allowed.Contains(WorkOrderCommand.AskQuestion),
            OrderButton.JoinBundle => allowed.Contains(WorkOrderCommand.Bundle),
            OrderButton.LeaveBundle => allowed.Contains(WorkOrderCommand.Unbundle),
            OrderButton.Reopen => allowed.Contains(WorkOrderCommand.Reopen),
            OrderButton.Cancel => allowed.Contains(WorkOrderCommand.Cancel),
            OrderButton.Decline => allowed.Contains(WorkOrderCommand.Decline),
            OrderButton.Accept => allowed.Contains(WorkOrderCommand.Accept),
            OrderButton.Complete => allowed.Contains(WorkOrderCommand.Complete),
            OrderButton.Discard or OrderButton.Save => editing && allowed.Contains(WorkOrderCommand.Update),
            _ => false,
        })];
}
