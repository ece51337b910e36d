namespace WorkOrders.Domain;

/// <summary>The names that the log stores. Written out, so that renaming a type never makes old rows unreadable.</summary>
public static class EventNames
{
    public static string Of(Event e) => e switch
    {
        WorkOrderRegistered => "work_order_registered",
        WorkOrderRegisteredAndPlaced => "work_order_registered_and_placed",
        WorkOrderPlaced => "work_order_placed",
        WorkOrderReassigned => "work_order_reassigned",
        WorkOrderAccepted => "work_order_accepted",
        WorkOrderDeclined => "work_order_declined",
        WorkOrderCompleted => "work_order_completed",
        WorkOrderReopened => "work_order_reopened",
        WorkOrderInvoiced => "work_order_invoiced",
        WorkOrderCancelled => "work_order_cancelled",
        NoteAdded => "note_added",
        QuestionAsked => "question_asked",
        QuestionAnswered => "question_answered",
        MessageSent => "message_sent",
        WorkOrderUpdated => "work_order_updated",
        TenantContactUpdated => "tenant_contact_updated",
        WorkOrderBundled => "work_order_bundled",
        WorkOrderUnbundled => "work_order_unbundled",
        PriorityChanged => "priority_changed",
        TenantContacted => "tenant_contacted",
        WorkOrderPaused => "work_order_paused",
        WorkOrderResumed => "work_order_resumed",
        VisitFailed => "visit_failed",
        _ => throw new UnknownEventException(e),
    };
}

/// <summary>An event that a table lacks is a bug, never something to skip.</summary>
public sealed class UnknownEventException(Event e) : InvalidOperationException($"The event {e.GetType().Name} is unknown here.");
