using Google.Protobuf.WellKnownTypes;
using WorkOrders.V1;
using static WorkOrders.Board.Tests.Wall.Given;
using static WorkOrders.V1.WorkOrderStatus;
using Kind = WorkOrders.V1.WorkOrderEvent.KindOneofCase;

namespace WorkOrders.Board.Tests.Wall;

/// <summary>One thing that can happen: to which order, and what it does to its card.</summary>
internal sealed record Happening(WorkOrderSummary? Before, Action<WorkOrderSummary> Change, Action<WorkOrderEvent> Kind)
{
    public WorkOrderEvent ToEvent() => Before is null
        ? First(Order(7, with: Change), Kind)
        : Event(Before, Change, Kind);
}

internal static class EveryKind
{
    private static readonly Timestamp Now = Timestamp.FromDateTimeOffset(Noon);
    private static readonly Timestamp Earlier = Timestamp.FromDateTimeOffset(Noon.AddHours(-1));
    private static readonly Timestamp Later = Timestamp.FromDateTimeOffset(Noon.AddDays(3));

    public static readonly IReadOnlyDictionary<Kind, Happening> Of = new Dictionary<Kind, Happening>
    {
        [Kind.Registered] = new(null, o => { o.Status = Registered; o.Contractor = null; o.OrderedAt = null; }, e => e.Registered = new()),
        [Kind.Placed] = new(Order(7, Registered, o => { o.Contractor = null; o.OrderedAt = null; }),
            o => { o.Status = Ordered; o.Contractor = Testfirma; o.OrderedAt = Now; }, e => e.Placed = new()),
        [Kind.Accepted] = new(Order(7), o => o.Status = Accepted, e => e.Accepted = new()),
        [Kind.Declined] = new(Order(7), o => { o.Status = Declined; o.DeclinedAt = Now; }, e => e.Declined = new()),
        [Kind.Reassigned] = new(Order(7, Accepted), o => { o.Status = Ordered; o.Contractor = Rorjour; o.OrderedAt = Now; }, e => e.Reassigned = new()),
        [Kind.Completed] = new(Order(7, Accepted), o => { o.Status = Completed; o.CompletedAt = Now; }, e => e.Completed = new()),
        [Kind.Reopened] = new(Order(7, Completed, o => o.CompletedAt = Now), o => { o.Status = Accepted; o.CompletedAt = null; }, e => e.Reopened = new()),
        [Kind.Invoiced] = new(Order(7, Completed, o => o.CompletedAt = Now), o => o.Status = Invoiced, e => e.Invoiced = new()),
        [Kind.Cancelled] = new(Order(7, Accepted), o => o.Status = Cancelled, e => e.Cancelled = new()),
        [Kind.NoteAdded] = new(Order(7, Accepted), _ => { }, e => e.NoteAdded = new()),
        [Kind.QuestionAsked] = new(Order(7), o => { o.OpenQuestions = 1; o.OldestOpenQuestionAt = Now; }, e => e.QuestionAsked = new()),
        [Kind.QuestionAnswered] = new(Order(7, with: o => { o.OpenQuestions = 1; o.OldestOpenQuestionAt = Now; }),
            o => { o.OpenQuestions = 0; o.OldestOpenQuestionAt = null; }, e => e.QuestionAnswered = new()),
        [Kind.MessageSent] = new(Order(7, Accepted), _ => { }, e => e.MessageSent = new()),
        [Kind.Updated] = new(Order(7, Accepted), o => o.PlannedFor = "2026-11-20", e => e.Updated = new() { ChangedFields = { "planned_for" } }),
        [Kind.TenantContactUpdated] = new(Order(7, Accepted), _ => { }, e => e.TenantContactUpdated = new()),
        [Kind.Bundled] = new(Order(7), o => o.BundleNumber = "64010765-20261123", e => e.Bundled = new()),
        [Kind.Unbundled] = new(Order(7, with: o => o.BundleNumber = "64010765-20261123"), o => o.BundleNumber = "", e => e.Unbundled = new()),
        [Kind.PriorityChanged] = new(Order(7, Accepted, o => (o.Priority, o.DueAt) = (Priority.Planned, Later)),
            o => (o.Priority, o.DueAt) = (Priority.Urgent, Earlier), e => e.PriorityChanged = new() { Priority = Priority.Urgent }),
        [Kind.TenantContacted] = new(Order(7, Accepted, o => (o.Priority, o.DueAt) = (Priority.Normal, Earlier)), o => o.DueAt = Later, e => e.TenantContacted = new()),
        [Kind.Paused] = new(Order(7, Accepted, o => (o.Priority, o.DueAt) = (Priority.Normal, Later)),
            o => (o.DueAt, o.PauseReason, o.PausedAt) = (null, PauseReason.WaitingForParts, Now), e => e.Paused = new() { Reason = PauseReason.WaitingForParts }),
        [Kind.Resumed] = new(Order(7, Accepted, o => (o.Priority, o.PauseReason, o.PausedAt) = (Priority.Normal, PauseReason.WaitingForParts, Earlier)),
            o => (o.DueAt, o.PauseReason, o.PausedAt) = (Later, PauseReason.Unspecified, null), e => e.Resumed = new() { Reason = PauseReason.WaitingForParts }),
        [Kind.VisitFailed] = new(Order(7, Accepted), o => o.FailedVisits = 1, e => e.VisitFailed = new() { Notice = VisitNotice.Paper }),
        // a kind that this page is too old to know
        [Kind.None] = new(Order(7), o => o.Status = Accepted, _ => { }),
    };
}
