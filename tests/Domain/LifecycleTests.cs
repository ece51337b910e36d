using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

public sealed class LifecycleTests : OrderRules
{
    private static Update Plan => Update(new() { PlannedFor = new(new DateOnly(2019, 8, 21)) });

    [Fact]
    public void The_landlord_registers_and_places_in_one_step() =>
        Given(Nothing).When(RegisterAndPlace()).Then(WorkOrderRegisteredAndPlaced("64010765-20190819"))
            .And(order =>
            {
                Assert.Equal((2375L, 1, WorkOrderStatus.Ordered), (order.Number, order.Version, order.Status));
                Assert.Equal((Testfirma, ByElsa, Now), (order.Contractor, order.Orderer, order.OrderedAt));
                Assert.Equal((Tenant, Key), (order.Tenant, order.Access));
            });

    [Fact]
    public void A_contractors_finding_waits_registered_and_belongs_to_its_finder() =>
        Given(Nothing).When(Found[0]).Then(WorkOrderRegistered(orderer: null, foundBy: Testfirma))
            .And(order => Assert.Equal((WorkOrderStatus.Registered, "1999/99999"), (order.Status, order.VisibleTo)));

    [Fact]
    public void A_contractor_cannot_tell_of_the_tenant_when_it_registers_a_finding() =>
        Assert.Equal(["orderer", "tenant", "access"], Given(Nothing).When(Register() with { By = Contractor })
            .ThenRefused(RefusalKind.Malformed).Violations.Select(v => v.Field));

    [Fact]
    public void Whoever_places_a_finding_becomes_its_orderer() =>
        Given(Found).When(Place(with: Rival)).Then(WorkOrderPlaced(Rival, "64010765-20190819"))
            .And(order => Assert.Equal((ByElsa, Rival.Id), (order.Orderer, order.VisibleTo)));

    [Fact]
    public void An_order_keeps_its_orderer_whoever_places_it_again() =>
        Given(Declined).When(Place() with { Orderer = new() { AccountId = "driften", Name = "Driftcentralen" } })
            .Then(WorkOrderPlaced(Testfirma, "64010765-20190819"));

    [Fact]
    public void A_finder_sees_its_finding_but_works_on_it_only_once_it_is_placed()
    {
        Assert.Empty(Given(Found).When(Accept()).ThenRefused(RefusalKind.InvalidTransition).Allowed);
        Given(Found).When(Note(Booked)).ThenRefused(RefusalKind.InvalidTransition);
        Given(Found).When(Plan).ThenRefused(RefusalKind.InvalidTransition);
    }

    [Fact]
    public void The_contractor_accepts() =>
        Given(Placed).When(Accept()).Then(WorkOrderAccepted()).And(order => Assert.Equal(Now, order.AcceptedAt));

    [Fact]
    public void A_declined_order_is_visible_to_no_contractor() =>
        Given(Placed).When(Decline("Fel bransch")).Then(WorkOrderDeclined("Fel bransch"))
            .And(order => Assert.Equal((null, "Fel bransch", Testfirma), (order.VisibleTo, order.DeclineReason, order.Contractor)));

    [Fact]
    public void A_declined_order_that_is_placed_again_forgets_the_refusal() =>
        Given(Declined).When(Place(with: Rival)).Then(WorkOrderPlaced(Rival, "64010765-20190819"))
            .And(order => Assert.Equal((Rival.Id, "", null), (order.VisibleTo, order.DeclineReason, order.DeclinedAt)));

    [Fact]
    public void A_declined_order_that_is_cancelled_does_not_come_back_to_who_declined_it() =>
        Given(Declined).When(Cancel()).Then(WorkOrderCancelled("Dubblett")).And(order => Assert.Null(order.VisibleTo));

    [Fact]
    public void A_cancelled_order_stays_with_its_contractor_and_a_cancelled_finding_with_its_finder()
    {
        Given(Accepted).When(Cancel()).And(order => Assert.Equal(Testfirma.Id, order.VisibleTo));
        Given(Found).When(Cancel()).And(order => Assert.Equal(Testfirma.Id, order.VisibleTo));
        Given(Registered).When(Cancel()).And(order => Assert.Null(order.VisibleTo));
    }

    [Fact]
    public void Reassigned_the_order_moves_to_the_new_contractor_and_leaves_the_old_ones_plan_and_draft_behind() =>
        Given([.. Accepted, Plan, Update(new() { ActionPerformed = new("Bytt pack"), UnitNote = new("Är rostig") })])
            .When(Reassign(Rival, "Hinner inte")).Then(WorkOrderReassigned(Rival, "64010765-20190819", "Hinner inte"))
            .And(order =>
            {
                Assert.Equal((WorkOrderStatus.Ordered, Rival, Rival.Id), (order.Status, order.Contractor, order.VisibleTo));
                Assert.Equal((null, null, ""), (order.AcceptedAt, order.PlannedFor, order.ActionPerformed));
                Assert.Equal("Är rostig", order.Subject.UnitNote);
            });

    [Fact]
    public void The_day_that_the_landlord_wished_for_is_planned_for_again_after_a_reassignment()
    {
        var wished = new DateOnly(2019, 8, 30);
        Given(RegisterAndPlace() with { Details = Sink with { WishedFor = wished } }, Plan)
            .When(Reassign()).And(order => Assert.Equal(wished, order.PlannedFor));
    }

    [Fact]
    public void An_order_cannot_be_reassigned_to_the_contractor_that_has_it() =>
        Assert.Equal([new Violation("contractor_id", ViolationKind.SameContractor)],
            Given(Placed).When(Reassign(to: Testfirma)).ThenRefused(RefusalKind.Malformed).Violations);

    [Fact]
    public void Completed_the_order_says_what_was_done_and_on_which_day() =>
        Given(Accepted).When(Complete("Bytt blandare")).Then(WorkOrderCompleted("Bytt blandare"))
            .And(order => Assert.Equal(("Bytt blandare", new DateOnly(2019, 8, 19)), (order.ActionPerformed, order.CompletedOn)));

    [Fact]
    public void Reopened_the_order_is_accepted_again_and_keeps_what_was_done_as_a_draft() =>
        Given(Completed).When(Reopen("Droppar igen")).Then(WorkOrderReopened("Droppar igen"))
            .And(order =>
            {
                Assert.Equal((WorkOrderStatus.Accepted, null), (order.Status, order.CompletedOn));
                Assert.Equal("Bytt blandare", order.ActionPerformed);
            });

    [Fact]
    public void The_invoice_system_marks_a_completed_order_invoiced() =>
        Given(Completed).When(MarkInvoiced() with { By = InvoiceSystem }).Then(WorkOrderInvoiced());

    [Fact]
    public void A_refusal_names_the_order_its_status_what_was_asked_and_what_would_be_possible()
    {
        var refusal = Given(Placed).When(Complete()).ThenRefused(RefusalKind.InvalidTransition);

        Assert.Equal((2375, WorkOrderStatus.Ordered, CommandKind.Complete), (refusal.Number, refusal.Status, refusal.Command));
        Assert.Equal([CommandKind.Accept, CommandKind.AcceptBundle, CommandKind.Decline, CommandKind.AddNote, CommandKind.AskQuestion,
            CommandKind.SendMessage, CommandKind.Update, CommandKind.UpdateTenantContact, CommandKind.RecordTenantContact], refusal.Allowed);
    }

    [Fact]
    public void Another_contractors_order_is_refused_exactly_as_one_that_does_not_exist() =>
        Assert.Equivalent(
            Given(Nothing).When(Accept() with { By = OtherContractor }).ThenRefused(RefusalKind.NotFound),
            Given(Placed).When(Accept() with { By = OtherContractor }).ThenRefused(RefusalKind.NotFound), strict: true);

    [Fact]
    public void A_contractors_account_without_a_contractor_may_nothing() =>
        Given(Nothing).When(Found[0] with { By = Contractor with { Contractor = null } }).ThenRefused(RefusalKind.NotAllowedForRole);

    [Fact]
    public void An_order_is_overdue_from_the_day_after_the_planned_one_until_it_is_done()
    {
        Command[] planned = [.. Accepted, Plan];

        Assert.False(Order(planned)!.IsOverdue(SwedishClock.At("2019-08-21 23:59")));
        Assert.True(Order(planned)!.IsOverdue(SwedishClock.At("2019-08-22 00:00")));
        Assert.False(Order([.. planned, Complete()])!.IsOverdue(SwedishClock.At("2019-08-22 00:00")));
    }
}
