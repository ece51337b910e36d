using static WorkOrders.Domain.RefusalKind;
using static WorkOrders.Domain.WorkOrderStatus;

namespace WorkOrders.Domain;

/// <summary>All rules of an order: what was asked, of an order that stands so, leads to this.</summary>
public static class Decider
{
    /// <summary>Decides one command on one order; <paramref name="order"/> is null if there is none of that number.</summary>
    /// <param name="existing">For commands that place: the bundle of an open order of the same object, contractor and day, if any.</param>
    /// <param name="terms">What is due when. Without them nothing that had no deadline gets one, and none is moved.</param>
    /// <param name="standIns">Who may answer whose questions today. Without them everybody is here.</param>
    public static Decision Decide(WorkOrder? order, Command command, Bundle? existing = null, Terms? terms = null, StandIns? standIns = null)
    {
        if (command.Violations() is { Count: > 0 } violations) return Refused(Malformed, command, [.. violations]);
        if (!Roles.May(command.By, command.Kind)) return Refused(NotAllowedForRole, command);
        if (!Finds(order, command)) return Refused(NotFound, command);

        var decision = Table(order, command, existing, standIns);
        if (terms is not null && decision is Decision.Happened happened)
            return new Decision.Happened([.. happened.Steps.Select(s => s with { After = s.After.WithDeadlines(s.Before, terms).WithQuestionClocks(s.Before, terms) })]);
        if (order is null || decision is not Decision.Refused { Refusal: var refusal }) return decision;

        var allowed = Allowed.Commands(order, command.By, standIns);
        return new Decision.Refused(refusal with { Number = order.Number, Status = order.Status, Allowed = allowed });
    }

    private static bool Finds(WorkOrder? order, Command command) =>
        order is null ? command is Register or RegisterAndPlace : command.By.Sees(order);

    /// <summary>The rules themselves. Who may give a command at all, and who sees the order, is settled before.</summary>
    internal static Decision Table(WorkOrder? order, Command command, Bundle? existing = null, StandIns? standIns = null)
    {
        var (by, at) = (command.By, command.At);
        var mayWrite = by.IsLandlord || order?.Status is Ordered or Accepted;

        return (order?.Status, command) switch
        {
            (null, Register c)                                        => Registering(c),
            (null, RegisterAndPlace c)                                => RegisteringAndPlacing(c, existing),
            (Registered or Declined, Place c)                         => Placing(order!, c, existing),
            (Ordered or Accepted, Reassign c)                         => Reassigning(order!, c, existing),

            (Ordered, Accept or AcceptBundle)                         => Happened(order, new WorkOrderAccepted(by, at)),
            (Ordered, Decline c)                                      => Happened(order, new WorkOrderDeclined(c.Reason, by, at)),
            (Accepted, Complete c)                                    => Happened(order, new WorkOrderCompleted(c.ActionPerformed, by, at) { Photos = c.Photos }),
            (Completed, Reopen c)                                     => Happened(order, new WorkOrderReopened(c.Reason, by, at)),
            (Completed, MarkInvoiced)                                 => Happened(order, new WorkOrderInvoiced(by, at)),
            (Registered or Ordered or Accepted or Declined, Cancel c) => Happened(order, new WorkOrderCancelled(c.Reason, by, at)),

            (Ordered or Accepted, AskQuestion c)                      => Asking(order!, c),
            (not null, AnswerQuestion c)                              => Answering(order!, c, standIns ?? StandIns.None),
            (Ordered or Accepted, SendMessage c)                      => Happened(order, new MessageSent(c.Text, by, at)),
            (not null, AddNote c) when mayWrite                       => Happened(order, new NoteAdded(c.Phrase, c.Text, by, at) { Photos = c.Photos }),
            (not null, Update c) when mayWrite                        => Updating(order!, c),
            (not null, UpdateTenantContact c) when mayWrite           => UpdatingTenant(order!, c),

            (Registered or Ordered or Accepted or Declined, SetPriority c) => Prioritizing(order!, c),
            (Ordered or Accepted, RecordTenantContact c)
                when order!.ContactedAt is null || IsOutOfReach(order) => Happened(order, new TenantContacted(c.Text, by, at)),
            (Accepted, PauseWork c) when order!.OpenPause is null     => Happened(order, new WorkOrderPaused(c.Reason, c.Text, by, at)),
            (Accepted, ResumeWork c)
                when order!.OpenPause is { } pause                     => Happened(order, new WorkOrderResumed(pause.Reason, c.Text, by, at)),
            (Accepted, RecordFailedVisit c)                           => Visiting(order!, c),

            (Registered or Ordered or Accepted, JoinBundle c)         => Joining(order!, c),
            (Registered or Ordered or Accepted, LeaveBundle)
                when order!.Bundle is { } bundle                       => Happened(order, new WorkOrderUnbundled(bundle, by, at)),

            _ => Refused(InvalidTransition, command),
        };
    }

    private static Decision.Happened Registering(Register c) =>
        Happened(null, new WorkOrderRegistered(c.Number, c.Details, c.Orderer, c.By.Contractor, c.By, c.At), c.Tenant, c.Access);

    private static Decision.Happened RegisteringAndPlacing(RegisterAndPlace c, Bundle? existing)
    {
        var bundle = Bundles.OfDay(c.Details.PropertyObject, c.At, existing);
        var e = new WorkOrderRegisteredAndPlaced(c.Number, c.Details, c.Orderer, c.Contractor, bundle, c.By, c.At);
        return Happened(null, e, c.Tenant, c.Access);
    }

    private static Decision.Happened Placing(WorkOrder order, Place c, Bundle? existing)
    {
        // the landlord may have bundled a registered order by hand: then that stands. A declined one begins anew.
        var bundle = order is { Status: Registered, Bundle: { } own } ? own : Bundles.OfDay(order.PropertyObject, c.At, existing);
        return Happened(order, new WorkOrderPlaced(c.Contractor, order.Orderer ?? c.Orderer, bundle, c.By, c.At) { Priority = c.Priority, Reason = c.Reason });
    }

    private static Decision Reassigning(WorkOrder order, Reassign c, Bundle? existing)
    {
        if (c.To.Id == order.Contractor?.Id) return Refused(Malformed, c, new Violation("contractor_id", ViolationKind.SameContractor));

        var bundle = Bundles.OfDay(order.PropertyObject, c.At, existing);
        return Happened(order, new WorkOrderReassigned(c.To, bundle, c.Reason ?? "", c.By, c.At));
    }

    private static Decision.Happened Asking(WorkOrder order, AskQuestion c) =>
        Happened(order, new QuestionAsked(order.Questions.Count + 1, c.Text, c.By, c.At));

    private static Decision Answering(WorkOrder order, AnswerQuestion c, StandIns standIns)
    {
        if (order.OpenQuestions.All(q => q.Id != c.QuestionId)) return Refused(QuestionNotOpen, c);
        if (!standIns.MayAnswer(c.By, order.Orderer))
            return new Decision.Refused(new(QuestionNotYours, c.Kind) { WaitsFor = standIns.WaitsFor(order.Orderer) });

        return Happened(order, new QuestionAnswered(c.QuestionId, c.Text, c.By, c.At));
    }

    private static Decision Updating(WorkOrder order, Update c) =>
        // what was done may be put in better words afterwards, but not taken away
        order.Status is Completed or Invoiced && c.Changes.ActionPerformed is { } action && TextRules.IsBlank(action.To)
            ? Refused(Malformed, c, new Violation("changes.action_performed", ViolationKind.Required))
            : Happened(order, new WorkOrderUpdated(c.Changes.Since(order), c.By, c.At));

    private static Decision.Happened UpdatingTenant(WorkOrder order, UpdateTenantContact c)
    {
        var before = order.Tenant ?? new();
        var e = new TenantContactUpdated(c.Phones.ChangedSince(before.Phones), c.By, c.At);
        return Happened(order, e, before with { Phones = c.Phones }, order.Access);
    }

    private static Decision Prioritizing(WorkOrder order, SetPriority c) =>
        // the same again would only give more time; but an order that is older than deadlines gets some
        order.Priority == c.Priority && (order.ClocksFrom is not null || order.Status is Registered or Declined)
            ? Refused(Malformed, c, new Violation("priority", ViolationKind.Unchanged))
            : Happened(order, new PriorityChanged(c.Priority, c.By, c.At));

    private static bool IsOutOfReach(WorkOrder order) => order.OpenPause?.Reason is PauseReason.TenantUnreachable;

    private static Decision Visiting(WorkOrder order, RecordFailedVisit c) =>
        // forms tell minutes
        c.AttemptedAt < order.OrderedAt?.AddMinutes(-1)
            ? Refused(Malformed, c, new Violation("attempted_at", ViolationKind.BeforeTheOrder))
            : Happened(order, new VisitFailed(c.AttemptedAt, c.Notice, c.Text, c.By, c.At));

    private static Decision Joining(WorkOrder order, JoinBundle c) => c.Bundle.ObjectNumber == order.PropertyObject.Number
        ? Happened(order, new WorkOrderBundled(c.Bundle, c.By, c.At))
        : Refused(BundleMismatch, c);

    private static Decision.Happened Happened(WorkOrder? order, Event e) => Happened(order, e, order?.Tenant, order?.Access);

    /// <summary>Personal data goes past the event, straight into the state.</summary>
    private static Decision.Happened Happened(WorkOrder? order, Event e, TenantContact? tenant, Access? access) =>
        new Decision.Happened([new(e, order, order.Apply(e) with { Tenant = tenant, Access = access })]);

    private static Decision.Refused Refused(RefusalKind kind, Command command, params IReadOnlyList<Violation> violations) =>
        new Decision.Refused(new(kind, command.Kind) { Violations = violations });
}
