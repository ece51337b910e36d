using WorkOrders.Domain;

namespace WorkOrders.Server.Wire;

/// <summary>What is due when on an order, its pauses and the visits that failed, as messages.</summary>
internal static class DeadlineMessages
{
    public static V1.WorkOrder AddDeadlines(this V1.WorkOrder message, WorkOrder order)
    {
        message.Priority = order.Priority.ToWire();
        message.FirstContactDueAt = order.FirstContactDue?.ToWire();
        message.ContactedAt = order.ContactedAt?.ToWire();
        message.CompletionDueAt = order.CompletionDue?.ToWire();
        message.DueAt = order.NextDue()?.ToWire();
        if (order.Standstill() is { } still)
            (message.PauseReason, message.PausedAt) = (still.Reason.ToWire(), still.Since.ToWire());
        message.Pauses.Add(order.Pauses.Select(ToWire));
        message.FailedVisits.Add(order.FailedVisits.Select(ToWire));
        return message;
    }

    /// <summary>A card goes to whoever the order is with: what others did there isn't on it.</summary>
    public static V1.WorkOrderSummary AddDeadlines(this V1.WorkOrderSummary card, WorkOrder order)
    {
        card.Priority = order.Priority.ToWire();
        card.DueAt = order.NextDue()?.ToWire();
        card.CompletionDueAt = order.CompletionDue?.ToWire();
        if (order.Standstill() is { } still)
            (card.PauseReason, card.PausedAt) = (still.Reason.ToWire(), still.Since.ToWire());
        card.FailedVisits = order.FailedVisits.Count(v => v.By.Is(order.Contractor));
        return card;
    }

    private static V1.Pause ToWire(this Pause pause) => new()
    {
        Reason = pause.Reason.ToWire(),
        Text = pause.Text,
        From = pause.From.ToWire(),
        To = pause.To?.ToWire(),
        PausedBy = pause.By.ToWire(),
    };

    private static V1.FailedVisit ToWire(this FailedVisit visit) => new()
    {
        AttemptedAt = visit.AttemptedAt.ToWire(),
        Notice = visit.Notice.ToWire(),
        Text = visit.Text,
        RecordedAt = visit.RecordedAt.ToWire(),
        RecordedBy = visit.By.ToWire(),
    };
}
