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
        WorkOrderPlaced p => Placed(order, p.Contractor, p.Bundle, e.At) with
        {
            Orderer = p.Orderer,
            Priority = p.Priority ?? order.Priority,
        },
        WorkOrderReassigned r => Placed(TakenBack(order), r.Contractor, r.Bundle, e.At),
        WorkOrderAccepted => order with { Status = Accepted, AcceptedAt = e.At },
        WorkOrderDeclined d => TakenBack(order) with { Status = Declined, DeclinedAt = e.At, DeclineReason = d.Reason },
        WorkOrderCompleted c => order.Resumed(e.At) with { Status = Completed, CompletedAt = e.At, ActionPerformed = c.ActionPerformed },
        WorkOrderReopened => order.OpenedAgain(e) with { Status = Accepted, CompletedAt = null },
        WorkOrderInvoiced => order with { Status = Invoiced, InvoicedAt = e.At },
        WorkOrderCancelled c => order.Resumed(e.At) with { Status = Cancelled, CancelledAt = e.At, CancelReason = c.Reason },
        NoteAdded { Phrase.MeansContact: true } when e.By.Is(order.Contractor) && order.Status is Ordered or Accepted => order.Contacted(e.At),
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
        PriorityChanged p => order.WithPriority(p.Priority, e.At),
        TenantContacted => order.Contacted(e.At),
        WorkOrderPaused p => order with { Pauses = [.. order.Pauses, new(p.Reason, p.Text, e.At, e.By)] },
        WorkOrderResumed => order.Resumed(e.At),
        VisitFailed v => order with { FailedVisits = [.. order.FailedVisits, new(v.AttemptedAt, v.Notice, v.Text, e.By, e.At)] },
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
        Priority = details.Priority,
        RegisteredAt = at,
    };

    private static WorkOrder Placed(WorkOrder order, ContractorRef contractor, Bundle bundle, DateTimeOffset at) =>
        order with { Status = Ordered, Contractor = contractor, Bundle = bundle, OrderedAt = at, ClocksFrom = at, DeclinedAt = null, DeclineReason = "" };

    // a contractor's plan, draft and clocks are its own: the next one starts without them
    private static WorkOrder TakenBack(WorkOrder order) => order with
    {
        AcceptedAt = null, PlannedFor = order.WishedFor, ActionPerformed = "", ClocksFrom = null, ContactedAt = null, Pauses = [],
    };
}
