using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>
/// An event as it may hang on a wall: nothing that anybody has typed. Fields are named that may pass, so that a
/// field which the contract gets one day stays off the wall until somebody lets it through here.
/// </summary>
internal static class WallView
{
    public static WorkOrderEvent Of(WorkOrderEvent e)
    {
        var shown = new WorkOrderEvent
        {
            Revision = e.Revision,
            Index = e.Index,
            EventId = e.EventId,
            Number = e.Number,
            OrderVersion = e.OrderVersion,
            CommitTime = e.CommitTime,
            Actor = e.Actor,
            PreviousStatus = e.PreviousStatus,
            NewStatus = e.NewStatus,
            Summary = e.Summary,
            LogEntry = new() { AddedAt = e.LogEntry?.AddedAt, Type = e.LogEntry?.Type ?? "", Name = e.LogEntry?.Name ?? "" },
        };
        ShowKind(e, shown);
        return shown;
    }

    private static void ShowKind(WorkOrderEvent e, WorkOrderEvent shown)
    {
        switch (e.KindCase)
        {
            case WorkOrderEvent.KindOneofCase.Registered: shown.Registered = new(); break;
            case WorkOrderEvent.KindOneofCase.Placed:
                shown.Placed = new() { RegisteredNow = e.Placed.RegisteredNow, Contractor = e.Placed.Contractor };
                break;
            case WorkOrderEvent.KindOneofCase.Accepted: shown.Accepted = new(); break;
            case WorkOrderEvent.KindOneofCase.Declined: shown.Declined = new(); break;
            case WorkOrderEvent.KindOneofCase.Reassigned: shown.Reassigned = new() { Contractor = e.Reassigned.Contractor }; break;
            case WorkOrderEvent.KindOneofCase.Completed: shown.Completed = new(); break;
            case WorkOrderEvent.KindOneofCase.Reopened: shown.Reopened = new(); break;
            case WorkOrderEvent.KindOneofCase.Invoiced: shown.Invoiced = new(); break;
            case WorkOrderEvent.KindOneofCase.Cancelled: shown.Cancelled = new(); break;
            // a standard phrase is the landlord's own text, and says what a wall wants to know
            case WorkOrderEvent.KindOneofCase.NoteAdded: shown.NoteAdded = new() { Phrase = e.NoteAdded.Phrase, MeansContact = e.NoteAdded.MeansContact }; break;
            case WorkOrderEvent.KindOneofCase.QuestionAsked: shown.QuestionAsked = new() { QuestionId = e.QuestionAsked.QuestionId }; break;
            case WorkOrderEvent.KindOneofCase.QuestionAnswered:
                shown.QuestionAnswered = new() { QuestionId = e.QuestionAnswered.QuestionId };
                break;
            case WorkOrderEvent.KindOneofCase.MessageSent: shown.MessageSent = new(); break;
            case WorkOrderEvent.KindOneofCase.Updated: shown.Updated = new() { ChangedFields = { e.Updated.ChangedFields } }; break;
            case WorkOrderEvent.KindOneofCase.TenantContactUpdated:
                shown.TenantContactUpdated = new() { ChangedFields = { e.TenantContactUpdated.ChangedFields } };
                break;
            case WorkOrderEvent.KindOneofCase.Bundled: shown.Bundled = new() { BundleNumber = e.Bundled.BundleNumber }; break;
            case WorkOrderEvent.KindOneofCase.Unbundled: shown.Unbundled = new(); break;
            case WorkOrderEvent.KindOneofCase.PriorityChanged: shown.PriorityChanged = new() { Priority = e.PriorityChanged.Priority }; break;
            case WorkOrderEvent.KindOneofCase.TenantContacted: shown.TenantContacted = new(); break;
            case WorkOrderEvent.KindOneofCase.Paused: shown.Paused = new() { Reason = e.Paused.Reason }; break;
            case WorkOrderEvent.KindOneofCase.Resumed: shown.Resumed = new() { Reason = e.Resumed.Reason }; break;
            case WorkOrderEvent.KindOneofCase.VisitFailed:
                shown.VisitFailed = new() { AttemptedAt = e.VisitFailed.AttemptedAt, Notice = e.VisitFailed.Notice };
                break;
        }
    }
}
