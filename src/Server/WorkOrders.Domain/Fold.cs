using static WorkOrders.Domain.WorkOrderStatus;

namespace WorkOrders.Domain;

/// <summary>
/// The state after an event. The tenant's details are in no event: whoever folds the log anew adds them from where they are kept.
/// </summary>
public static class Fold
{
    public static WorkOrder Apply(this WorkOrder? order, Event e)
    {
        var after = (order, e) switch
        {
            (null, WorkOrderRegistered r) => Begun(r.Number, r.Details, r.Orderer, e.At) with { FoundBy = r.FoundBy },
            (null, WorkOrderRegisteredAndPlaced r) => Placed(Begun(r.Number, r.Details, r.Orderer, e.At), r.Contractor, r.Bundle, e.At),
            (null, _) => throw new InvalidOperationException($"An order can't begin with {EventNames.Of(e)}."),
            _ => Changed(order, e),
        };
        return after with { Version = (order?.Version ?? 0) + 1 };
    }

    private static WorkOrder Changed(WorkOrder order, Event e) => e switch
    {
        WorkOrderPlaced p => Placed(order, p.Contractor, p.Bundle, e.At) with { Orderer = p.Orderer },
        WorkOrderReassigned r => Placed(TakenBack(order), r.Contractor, r.Bundle, e.At),
        WorkOrderAccepted => order with { Status = Accepted, AcceptedAt = e.At },
        WorkOrderDeclined d => TakenBack(order) with { Status = Declined, DeclinedAt = e.At, DeclineReason = d.Reason },
        WorkOrderCompleted c => order with { Status = Completed, CompletedAt = e.At, ActionPerformed = c.ActionPerformed },
        WorkOrderReopened => order with { Status = Accepted, CompletedAt = null },
        WorkOrderInvoiced => order with { Status = Invoiced, InvoicedAt = e.At },
        WorkOrderCancelled c => order with { Status = Cancelled, CancelledAt = e.At, CancelReason = c.Reason },
        NoteAdded or MessageSent => order,
        QuestionAsked q => order with { Questions = [.. order.Questions, new(q.QuestionId, q.Text, e.At, e.By)] },
        QuestionAnswered a => order with
        {
            Questions = [.. order.Questions.Select(q => q.Id == a.QuestionId ? q with { Answer = new(a.Text, e.At, e.By) } : q)],
        },
        WorkOrderUpdated u => u.Changes.On(order),
        TenantContactUpdated => order,
        WorkOrderBundled b => order with { Bundle = b.Bundle },
        WorkOrderUnbundled => order with { Bundle = null },
        WorkOrderRegistered or WorkOrderRegisteredAndPlaced =>
            throw new InvalidOperationException($"Order {order.Number} has begun already."),
        _ => throw new UnknownEventException(e),
    };

    private static WorkOrder Begun(long number, OrderDetails details, Orderer? orderer, DateTimeOffset at) => new()
    {
        Number = number,
        OrderClass = details.OrderClass,
        Type = details.Type,
        PropertyObject = details.PropertyObject,
        Subject = details.Subject,
        Orderer = orderer,
        WishedFor = details.WishedFor,
        PlannedFor = details.WishedFor,
        RegisteredAt = at,
    };

    private static WorkOrder Placed(WorkOrder order, ContractorRef contractor, Bundle bundle, DateTimeOffset at) =>
        order with { Status = Ordered, Contractor = contractor, Bundle = bundle, OrderedAt = at, DeclinedAt = null, DeclineReason = "" };

    // a contractor's plan and draft are its own: the next one starts without them
    private static WorkOrder TakenBack(WorkOrder order) =>
        order with { AcceptedAt = null, PlannedFor = order.WishedFor, ActionPerformed = "" };
}
