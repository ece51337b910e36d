using static WorkOrders.Domain.Tests.People;
using static WorkOrders.Domain.Tests.SwedishClock;

namespace WorkOrders.Domain.Tests;

/// <summary>What is due when: an order of Monday morning, 16 working hours to call the tenant and 80 to be done.</summary>
public sealed class DeadlineTests : OrderRules
{
    private static readonly Terms Agreed = new(
        WorkingCalendar.Weekdays(TimeSpan.FromHours(8), TimeSpan.FromHours(16), day => day == new DateOnly(2026, 12, 24)),
        new Dictionary<Priority, Target>
        {
            [Priority.Emergency] = new(TimeSpan.FromHours(1), TimeSpan.FromHours(8)),
            [Priority.Urgent] = new(TimeSpan.FromHours(4), TimeSpan.FromHours(16)),
            [Priority.Normal] = new(TimeSpan.FromHours(16), TimeSpan.FromHours(80)),
            [Priority.Planned] = new(TimeSpan.FromHours(40), TimeSpan.FromHours(240)),
        });

    private const string Monday = "2026-11-23 08:00", Tuesday = "2026-11-24 08:00", Wednesday = "2026-11-25 08:00";

    private static readonly (string, Command)[] Begun = [(Monday, RegisterAndPlace()), (Monday, Accept())];

    [Theory]
    [InlineData(Priority.Emergency, "2026-11-23 09:00", "2026-11-23 16:00")]
    [InlineData(Priority.Urgent, "2026-11-23 12:00", "2026-11-24 16:00")]
    [InlineData(Priority.Normal, "2026-11-24 16:00", "2026-12-04 16:00")]
    [InlineData(Priority.Planned, "2026-11-27 16:00", "2027-01-04 16:00")] // the eve of Christmas is off
    public void Each_priority_has_its_two_deadlines(Priority priority, string contact, string completion)
    {
        var order = Play((Monday, RegisterAndPlace() with { Details = Sink with { Priority = priority } }));

        Assert.Equal((priority, At(contact), At(completion), At(contact)), (order.Priority, order.FirstContactDue, order.CompletionDue, order.NextDue()));
    }

    [Fact]
    public void An_emergency_waits_for_no_office_to_open()
    {
        var order = Play(("2026-11-28 23:30", RegisterAndPlace() with { Details = Sink with { Priority = Priority.Emergency } }));

        Assert.Equal((At("2026-11-29 00:30"), At("2026-11-29 07:30")), (order.FirstContactDue, order.CompletionDue));
    }

    [Fact]
    public void Nothing_is_due_of_an_order_that_nobody_has()
    {
        Assert.Null(Play((Monday, Register())).NextDue());
        Assert.Null(Play((Monday, RegisterAndPlace()), (Tuesday, Decline())).NextDue());
    }

    [Fact]
    public void The_clocks_are_the_present_contractors_from_when_the_order_came_to_it()
    {
        var order = Play([.. Begun, (Monday, Contact()), (Tuesday, PauseFor(PauseReason.WaitingForParts)), (Wednesday, Reassign())]);

        Assert.Equal((At("2026-11-26 16:00"), At("2026-12-08 16:00")), (order.FirstContactDue, order.CompletionDue));
        Assert.Equal((null, 0), (order.ContactedAt, order.Pauses.Count));
    }

    [Fact]
    public void A_contractors_finding_gets_its_priority_when_it_is_placed()
    {
        var order = Play((Monday, Found[0]), (Tuesday, Place() with { Priority = Priority.Urgent }));

        Assert.Equal((Priority.Urgent, At("2026-11-24 12:00")), (order.Priority, order.FirstContactDue));
    }

    [Fact]
    public void Another_priority_begins_its_clocks_anew()
    {
        var order = Play([.. Begun, (Tuesday, Prioritize(Priority.Urgent))]);

        Assert.Equal((At("2026-11-24 12:00"), At("2026-11-25 16:00")), (order.FirstContactDue, order.CompletionDue));
    }

    [Fact]
    public void The_same_priority_again_would_only_give_more_time() => Assert.Equal(
        new Violation("priority", ViolationKind.Unchanged),
        Assert.Single(Given(Accepted).When(Prioritize(Priority.Normal)).ThenRefused(RefusalKind.Malformed).Violations));

    [Fact]
    public void An_order_that_is_older_than_deadlines_gets_them_with_its_priority()
    {
        var old = Order(Accepted)! with { ClocksFrom = null };
        Assert.Null(old.WithDeadlines(null, Agreed).NextDue());

        var order = Play(old, (Monday, Prioritize(Priority.Normal)));

        Assert.Equal((At("2026-11-24 16:00"), At("2026-12-04 16:00")), (order.FirstContactDue, order.CompletionDue));
    }

    [Fact]
    public void Who_has_contacted_the_tenant_owes_the_work_alone()
    {
        var order = Play([.. Begun, (Tuesday, Contact())]);

        Assert.Equal((At(Tuesday), At("2026-11-24 16:00"), At("2026-12-04 16:00")), (order.ContactedAt, order.FirstContactDue, order.NextDue()));
    }

    [Fact]
    public void Noting_that_a_time_is_booked_says_so_too()
    {
        Assert.Equal(At(Tuesday), Play([.. Begun, (Tuesday, Note(Booked))]).ContactedAt);
        Assert.Null(Play([.. Begun, (Tuesday, Note(StandardPhrases.Seed[0]))]).ContactedAt);
        Assert.Null(Play([.. Begun, (Tuesday, Note(Booked) with { By = Elsa })]).ContactedAt);
        Assert.Equal(At(Tuesday), Play([.. Begun, (Tuesday, Contact()), (Wednesday, Note(Booked))]).ContactedAt);
    }

    [Fact]
    public void The_first_contact_is_recorded_once() =>
        Given([.. Accepted, Contact()]).When(Contact()).ThenRefused(RefusalKind.InvalidTransition);

    [Theory]
    [InlineData(PauseReason.WaitingForParts, "2026-11-24 16:00")] // the tenant can be called all the same
    [InlineData(PauseReason.TenantUnreachable, null)]
    public void While_it_is_paused_the_clock_stands_still(PauseReason reason, string? contact)
    {
        var order = Play([.. Begun, ("2026-11-23 12:00", PauseFor(reason))]);

        Assert.Equal((contact is null ? null : At(contact), null), (order.FirstContactDue, order.CompletionDue));
        Assert.Equal((reason, At("2026-11-23 12:00")), order.Standstill());
    }

    [Fact]
    public void Resumed_it_runs_on_with_what_was_left()
    {
        var order = Play([.. Begun, ("2026-11-23 12:00", PauseFor(PauseReason.TenantUnreachable)), (Wednesday, Resume())]);

        Assert.Equal((At("2026-11-26 12:00"), At("2026-12-08 12:00")), (order.FirstContactDue, order.CompletionDue));
        Assert.Null(order.Standstill());
    }

    [Fact]
    public void A_pause_makes_nobody_punctual_who_was_late_before_it()
    {
        var order = Play([.. Begun, (Monday, Contact()), ("2026-12-07 08:00", PauseFor(PauseReason.WaitingForParts))]);

        Assert.Equal(At("2026-12-04 16:00"), order.NextDue());
        Assert.True(order.IsOverdue(At("2026-12-07 09:00")));
    }

    [Fact]
    public void A_question_pauses_by_itself_until_its_answer()
    {
        var asked = Play([.. Begun, (Monday, Contact()), ("2026-11-23 12:00", Ask())]);
        Assert.Equal((null, (PauseReason.WaitingForAnswer, At("2026-11-23 12:00"))), (asked.NextDue(), asked.Standstill()));

        var answered = Play(asked, ("2026-11-24 10:00", Answer()));
        Assert.Equal((At("2026-12-07 14:00"), null), (answered.NextDue(), answered.Standstill()));
    }

    [Fact]
    public void Nobody_is_excused_from_calling_the_tenant_by_a_question() =>
        Assert.Equal(At("2026-11-24 16:00"), Play([.. Begun, (Monday, Ask())]).NextDue());

    [Fact]
    public void Hours_in_which_a_question_and_a_pause_overlap_count_once()
    {
        var order = Play([.. Begun, (Monday, Contact()), ("2026-11-23 10:00", Ask()), ("2026-11-23 12:00", PauseFor(PauseReason.WaitingForParts)),
            ("2026-11-23 14:00", Answer()), ("2026-11-23 16:00", Resume())]);

        Assert.Equal(At("2026-12-07 14:00"), order.CompletionDue);
    }

    [Fact]
    public void A_tenant_who_has_been_reached_is_out_of_reach_no_longer()
    {
        var order = Play([.. Begun, ("2026-11-23 12:00", PauseFor(PauseReason.TenantUnreachable)), ("2026-11-24 12:00", Contact())]);

        Assert.Equal((At("2026-11-25 16:00"), At("2026-12-07 16:00")), (order.FirstContactDue, order.CompletionDue));
        Assert.Null(order.OpenPause);
        Assert.NotNull(Play([.. Begun, (Monday, PauseFor(PauseReason.WaitingForParts)), (Tuesday, Contact())]).OpenPause);
    }

    [Fact]
    public void Only_what_somebody_must_wait_for_can_be_given_as_a_reason()
    {
        foreach (var reason in new[] { PauseReason.WaitingForAnswer, PauseReason.ReportedDone })
            Assert.Equal(
                new Violation("reason", ViolationKind.ComesByItself),
                Assert.Single(Given(Accepted).When(PauseFor(reason)).ThenRefused(RefusalKind.Malformed).Violations));
        Given(Accepted).When(PauseFor(PauseReason.WaitingForParts, text: " ")).ThenRefused(RefusalKind.Malformed);
    }

    [Fact]
    public void What_is_done_was_in_time_or_late_for_ever()
    {
        var order = Play([.. Begun, (Monday, Contact()), ("2026-12-07 08:00", Complete())]);

        Assert.Equal(At("2026-12-04 16:00"), order.CompletionDue);
        Assert.False(order.IsOverdue(At("2026-12-07 09:00")));
    }

    [Fact]
    public void While_it_counted_as_done_nobody_was_late_with_it()
    {
        var order = Play([.. Begun, (Monday, Contact()), (Tuesday, Complete()), (Wednesday, Reopen())]);

        Assert.Equal(At("2026-12-07 16:00"), order.NextDue());
        Assert.Equal(PauseReason.ReportedDone, Assert.Single(order.Pauses).Reason);
    }

    [Fact]
    public void Completion_ends_a_pause()
    {
        var order = Play([.. Begun, (Monday, PauseFor(PauseReason.WaitingForParts)), (Tuesday, Complete())]);

        Assert.Equal(At(Tuesday), Assert.Single(order.Pauses).To);
    }

    [Fact]
    public void The_planned_day_counts_too_if_it_comes_first()
    {
        (string, Command)[] planned = [.. Begun, (Monday, Contact()), (Monday, Update(new() { PlannedFor = new(new DateOnly(2026, 11, 25)) }))];
        var order = Play(planned);

        Assert.Equal(At("2026-11-26 00:00"), order.NextDue());
        Assert.False(order.IsOverdue(At("2026-11-25 23:59")));
        Assert.True(order.IsOverdue(At("2026-11-26 00:00")));
        Assert.Equal(At("2026-12-04 16:00"), Play([.. planned, (Tuesday, Update(new() { PlannedFor = new(null) }))]).NextDue());
    }

    [Fact]
    public void A_plan_that_came_to_nothing_while_the_order_waited_does_not_hold_against_it()
    {
        (string, Command)[] planned = [.. Begun, (Monday, Contact()), (Monday, Update(new() { PlannedFor = new(new DateOnly(2026, 11, 24)) }))];

        Assert.Null(Play([.. planned, (Tuesday, Ask())]).NextDue());
        Assert.Equal(At("2026-12-08 16:00"), Play([.. planned, (Tuesday, Ask()), ("2026-11-26 08:00", Answer())]).NextDue());
        Assert.Equal(At("2026-11-25 00:00"), Play([.. planned, (Tuesday, Ask()), ("2026-11-24 12:00", Answer())]).NextDue());
        Assert.Equal(At("2026-11-25 00:00"), Play([.. planned, (Wednesday, Ask())]).NextDue());
    }

    [Fact]
    public void A_deadline_is_reckoned_only_when_something_moves_it()
    {
        var order = Play(Begun);
        var stricter = Agreed with { Targets = Agreed.Targets.ToDictionary(t => t.Key, _ => new Target(TimeSpan.FromHours(1), TimeSpan.FromHours(2))) };

        Assert.Equal(order.CompletionDue, Happened(order, Note(text: "Portkod 1234"), Tuesday, stricter).CompletionDue);
        Assert.Equal(At("2026-11-23 10:00"), Happened(order, Contact(), Tuesday, stricter).CompletionDue);
    }

    private static WorkOrder Play(params (string, Command)[] commands) => Play(null, commands);

    private static WorkOrder Play(WorkOrder? order, params (string At, Command Command)[] commands) =>
        commands.Aggregate(order, (before, next) => Happened(before, next.Command, next.At, Agreed))!;

    private static WorkOrder Happened(WorkOrder? before, Command command, string at, Terms terms) =>
        Assert.IsType<Decision.Happened>(Decider.Decide(before, command with { At = At(at) }, terms: terms)).Order;
}
