namespace WorkOrders.Domain;

/// <summary>
/// What is due when, of an order that stands so. Reckoned when something happens that moves it, and kept: whoever reads
/// compares it with the clock. New terms therefore concern an order from its next such event on.
/// </summary>
public static class Deadlines
{
    public static WorkOrder WithDeadlines(this WorkOrder after, WorkOrder? before, Terms terms)
    {
        if (before is not null && !IsMoved(before, after)) return after;
        if (after.ClocksFrom is not { } from) return after with { FirstContactDue = null, CompletionDue = null };

        var (calendar, target) = (terms.CalendarFor(after.Priority), terms.Targets[after.Priority]);
        return after with
        {
            FirstContactDue = calendar.RunsOut(from, target.FirstContact, after.StopsOfFirstContact()),
            CompletionDue = calendar.RunsOut(from, target.Completion, after.StopsOfCompletion()),
        };
    }

    /// <summary>Why the clock for completion stands still, and since when; null while it runs.</summary>
    public static (PauseReason Reason, DateTimeOffset Since)? Standstill(this WorkOrder order)
    {
        if (order.Status is not (WorkOrderStatus.Ordered or WorkOrderStatus.Accepted)) return null;

        var asked = order.OpenQuestions.Select(q => (PauseReason.WaitingForAnswer, q.AskedAt));
        var paused = order.Pauses.Where(p => p.To is null).Select(p => (p.Reason, p.From));
        return asked.Concat(paused).OrderBy(p => p.Item2).Select(p => ((PauseReason, DateTimeOffset)?)p).FirstOrDefault();
    }

    /// <summary>What is due next: of an order that isn't done, it is overdue from then on. Null if nothing is due.</summary>
    public static DateTimeOffset? NextDue(this WorkOrder order)
    {
        DateTimeOffset?[] due = [order.ContactedAt is null ? order.FirstContactDue : null, order.CompletionDue, order.PlannedDayEnds()];
        return due.Min();
    }

    // a plan that came to nothing while the order had to wait doesn't hold against it
    private static DateTimeOffset? PlannedDayEnds(this WorkOrder order)
    {
        if (order.PlannedFor is not { } day) return null;

        var ends = SwedishTime.StartOf(day.AddDays(1));
        return order.StopsOfCompletion().Any(s => s.From < ends && !(s.To < ends)) ? null : ends;
    }

    private static bool IsMoved(WorkOrder before, WorkOrder after) =>
        (before.ClocksFrom, before.Priority, before.ContactedAt) != (after.ClocksFrom, after.Priority, after.ContactedAt)
        || before.Pauses != after.Pauses || before.Questions != after.Questions;

    // what comes after the contact can't move what was due before it
    private static IEnumerable<Stop> StopsOfFirstContact(this WorkOrder order) => order.Pauses
        .Where(p => p.Reason.StopsFirstContact() && !(p.From >= order.ContactedAt)).Select(p => p.ToStop());

    private static IEnumerable<Stop> StopsOfCompletion(this WorkOrder order) => order.Pauses.Select(p => p.ToStop())
        .Concat(order.Questions.Where(q => q.AskedBy.Is(order.Contractor)).Select(q => new Stop(q.AskedAt, q.Answer?.AnsweredAt)));
}
