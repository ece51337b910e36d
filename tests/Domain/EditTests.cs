using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

public sealed class EditTests : OrderRules
{
    private static readonly DateOnly Tomorrow = new(2019, 8, 20);

    [Fact]
    public void Only_the_fields_that_are_named_change() =>
        Given([.. Placed, Update(new() { Properties = new("Mora Cera"), UnitNote = new("Är rostig") })])
            .When(Update(new() { PlannedFor = new(Tomorrow), UnitNote = new("") }))
            .And(order => Assert.Equal((Tomorrow, "Mora Cera", "", ""),
                (order.PlannedFor!.Value, order.Subject.Properties, order.Subject.UnitNote, order.Subject.SerialNumber)));

    [Fact]
    public void The_log_tells_only_what_differs_from_before() =>
        Given([.. Placed, Update(new() { SerialNumber = new("1234"), PlannedFor = new(Tomorrow) })])
            .When(Update(new() { SerialNumber = new("1234"), PlannedFor = new(Tomorrow), Properties = new("Mora Cera") }))
            .Then(WorkOrderUpdated(new() { Properties = new("Mora Cera") }));

    [Fact]
    public void A_planned_day_can_be_taken_away_again() =>
        Given([.. Placed, Update(new() { PlannedFor = new(Tomorrow) })]).When(Update(new() { PlannedFor = new(null) }))
            .Then(WorkOrderUpdated(new() { PlannedFor = new(null) })).And(order => Assert.Null(order.PlannedFor));

    [Fact]
    public void What_was_done_can_be_reworded_afterwards_but_not_taken_away()
    {
        Given(Completed).When(Update(new() { ActionPerformed = new("Bytt blandare och packning") }) with { By = Elsa })
            .And(order => Assert.Equal("Bytt blandare och packning", order.ActionPerformed));
        Given(Completed).When(Update(new() { ActionPerformed = new(" ") }) with { By = Elsa }).ThenRefused(RefusalKind.Malformed);
        Given(Invoiced).When(Update(new() { ActionPerformed = new("") }) with { By = Elsa }).ThenRefused(RefusalKind.Malformed);
        Given(Accepted).When(Update(new() { ActionPerformed = new("") })).And(order => Assert.Equal("", order.ActionPerformed));
    }

    [Fact]
    public void The_tenants_new_numbers_reach_the_order_but_not_the_event() =>
        Given(Placed).When(Call(new("0799999999", "", "070-1740605", PreferredPhone.Mobile)))
            .Then(TenantContactUpdated(TenantFields.MobilePhone | TenantFields.PreferredPhone))
            .And(order =>
            {
                Assert.Equal("070-1740605", order.Tenant!.Phones.PreferredNumber);
                Assert.Equal((Tenant.Name, Tenant.MovedInOn, Key), (order.Tenant.Name, order.Tenant.MovedInOn, order.Access));
            });

    [Fact]
    public void The_starred_number_must_be_there() =>
        Assert.Equal([new Violation("preferred_phone", ViolationKind.NoNumber)],
            Given(Placed).When(Call(new("0799999999", Preferred: PreferredPhone.Work))).ThenRefused(RefusalKind.Malformed).Violations);

    [Fact]
    public void The_tenants_details_stay_with_the_order_through_all_that_happens() =>
        Given([.. Accepted, Ask(), Answer(), Complete(), Reopen(), Complete()]).When(MarkInvoiced())
            .And(order => Assert.Equal((Tenant, Key), (order.Tenant, order.Access)));
}
