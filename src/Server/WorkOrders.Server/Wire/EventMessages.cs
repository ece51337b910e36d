using WorkOrders.Domain;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>An event of the core as the log keeps it and the feeds carry it. It holds nothing of the tenant's.</summary>
internal static class EventMessages
{
    public static WorkOrderEvent ToWire(this Step step, long revision, int index, Guid eventId, DateTimeOffset committedAt)
    {
        var message = new WorkOrderEvent
        {
            Revision = revision,
            Index = index,
            EventId = eventId.ToString(),
            Number = step.After.Number,
            OrderVersion = step.After.Version,
            CommitTime = committedAt.ToWire(),
            Actor = step.Event.By.ToWire(),
            PreviousStatus = step.Before?.Status.ToWire() ?? V1.WorkOrderStatus.Unspecified,
            NewStatus = step.After.Status.ToWire(),
            Summary = Cards.Of(step.After),
            LogEntry = LogEntries.Of(step.Event).ToWire(),
        };
        AddKind(message, step.Event);
        return message;
    }

    public static V1.LogEntry ToWire(this Domain.LogEntry entry) => new()
    {
        AddedAt = entry.At.ToWire(),
        Type = entry.Type,
        Name = entry.Name,
        Text = entry.Text,
        TenantVisible = entry.TenantVisible,
        Photos = { entry.Photos.Select(p => new V1.Photo { PhotoId = p.Id.ToString(), Width = p.Width, Height = p.Height }) },
    };

    private static void AddKind(WorkOrderEvent message, Event happened)
    {
        switch (happened)
        {
            case Domain.WorkOrderRegistered: message.Registered = new(); break;
            case WorkOrderRegisteredAndPlaced e: message.Placed = new() { RegisteredNow = true, Contractor = e.Contractor.ToWire() }; break;
            case Domain.WorkOrderPlaced e: message.Placed = new() { Contractor = e.Contractor.ToWire(), Reason = e.Reason }; break;
            case Domain.WorkOrderReassigned e: message.Reassigned = new() { Contractor = e.Contractor.ToWire(), Reason = e.Reason }; break;
            case Domain.WorkOrderAccepted: message.Accepted = new(); break;
            case Domain.WorkOrderDeclined e: message.Declined = new() { Reason = e.Reason }; break;
            case Domain.WorkOrderCompleted e: message.Completed = new() { ActionPerformed = e.ActionPerformed }; break;
            case Domain.WorkOrderReopened e: message.Reopened = new() { Reason = e.Reason }; break;
            case Domain.WorkOrderInvoiced: message.Invoiced = new(); break;
            case Domain.WorkOrderCancelled e: message.Cancelled = new() { Reason = e.Reason }; break;
            case Domain.NoteAdded e: message.NoteAdded = new() { Phrase = e.Phrase?.Text ?? "", Text = e.Text, MeansContact = e.Phrase?.MeansContact ?? false }; break;
            case Domain.QuestionAsked e: message.QuestionAsked = new() { QuestionId = e.QuestionId, Text = e.Text }; break;
            case Domain.QuestionAnswered e: message.QuestionAnswered = new() { QuestionId = e.QuestionId, Text = e.Text }; break;
            case Domain.MessageSent e: message.MessageSent = new() { Text = e.Text }; break;
            case Domain.WorkOrderUpdated e: message.Updated = new() { ChangedFields = { Paths(e.Changes) } }; break;
            case Domain.TenantContactUpdated e: message.TenantContactUpdated = new() { ChangedFields = { Paths(e.Changed) } }; break;
            case Domain.WorkOrderBundled e: message.Bundled = new() { BundleNumber = e.Bundle.ToString() }; break;
            case Domain.WorkOrderUnbundled: message.Unbundled = new(); break;
            case Domain.PriorityChanged e: message.PriorityChanged = new() { Priority = e.Priority.ToWire() }; break;
            case Domain.TenantContacted e: message.TenantContacted = new() { Text = e.Text }; break;
            case Domain.WorkOrderPaused e: message.Paused = new() { Reason = e.Reason.ToWire(), Text = e.Text }; break;
            case Domain.WorkOrderResumed e: message.Resumed = new() { Reason = e.Reason.ToWire(), Text = e.Text }; break;
            case Domain.VisitFailed e:
                message.VisitFailed = new() { AttemptedAt = e.AttemptedAt.ToWire(), Notice = e.Notice.ToWire(), Text = e.Text };
                break;
            default: throw new UnknownEventException(happened);
        }
    }

    private static IEnumerable<string> Paths(OrderChanges changes)
    {
        if (changes.PlannedFor is not null) yield return "planned_for";
        if (changes.Properties is not null) yield return "properties";
        if (changes.SerialNumber is not null) yield return "serial_number";
        if (changes.UnitNote is not null) yield return "unit_note";
        if (changes.ActionPerformed is not null) yield return "action_performed";
    }

    private static IEnumerable<string> Paths(TenantFields changed)
    {
        if (changed.HasFlag(TenantFields.HomePhone)) yield return "home_phone";
        if (changed.HasFlag(TenantFields.WorkPhone)) yield return "work_phone";
        if (changed.HasFlag(TenantFields.MobilePhone)) yield return "mobile_phone";
        if (changed.HasFlag(TenantFields.PreferredPhone)) yield return "preferred_phone";
    }
}
