using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Sending;

/// <summary>
/// What may be asked of an order once what waits has been done: without a network one accepts, notes and completes in one
/// go. The status stays what it is: nothing is shown as done before it is.
/// </summary>
internal static class Foresight
{
    public static void Apply(WorkOrder order, IEnumerable<Wish> wishes)
    {
        foreach (var wish in wishes.Where(w => w.Number == order.Number && w.Because is null))
        {
            switch (wish.Kind)
            {
                case WishKind.Accept:
                    Remove(order, WorkOrderCommand.Accept, WorkOrderCommand.Decline);
                    if (!order.AllowedCommands.Contains(WorkOrderCommand.Complete))
                        order.AllowedCommands.Add(WorkOrderCommand.Complete);
                    break;
                case WishKind.Complete:
                    order.AllowedCommands.Clear();
                    break;
            }
        }
    }

    private static void Remove(WorkOrder order, params WorkOrderCommand[] commands)
    {
        foreach (var command in commands)
            order.AllowedCommands.Remove(command);
    }
}
