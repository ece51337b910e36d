using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

/// <summary>Bomkörning: somebody was there and could not do the work.</summary>
public sealed class FailedVisitTests : OrderRules
{
    private static readonly DateTimeOffset Then = Now.AddHours(1);

    [Fact]
    public void A_failed_visit_is_on_record_with_when_it_was_and_how_the_tenant_had_been_told() =>
        Given(Accepted).When(Visit(Then) with { At = Then.AddHours(1) }).Then(VisitFailed(Then, VisitNotice.TextMessage, "Ingen öppnade"))
            .And(order => Assert.Equal(
                new FailedVisit(Then, VisitNotice.TextMessage, "Ingen öppnade", Contractor, Then.AddHours(1)), Assert.Single(order.FailedVisits)));

    [Fact]
    public void It_stays_whatever_becomes_of_the_order()
    {
        Command[] visited = [.. Accepted, Visit()];

        foreach (var ending in (Command[][])[[Complete()], [Complete(), MarkInvoiced()], [Cancel()], [Reassign()], [Complete(), Reopen(), Visit()]])
            Assert.Equal(Now, Order([.. visited, .. ending])!.FailedVisits[0].AttemptedAt);
    }

    [Fact]
    public void No_command_takes_one_away() => Assert.All(
        Allowed.Commands(Order([.. Accepted, Visit()]), Dispatcher), kind => Assert.DoesNotContain("Visit", kind.ToString(), StringComparison.Ordinal));

    [Fact]
    public void It_lies_neither_in_the_future_nor_before_the_order()
    {
        Assert.Equal(
            new Violation("attempted_at", ViolationKind.InTheFuture),
            Assert.Single(Given(Accepted).When(Visit(Now.AddSeconds(1))).ThenRefused(RefusalKind.Malformed).Violations));
        Assert.Equal(
            new Violation("attempted_at", ViolationKind.BeforeTheOrder),
            Assert.Single(Given(Accepted).When(Visit(Now.AddMinutes(-2))).ThenRefused(RefusalKind.Malformed).Violations));
        // forms tell minutes, and the order came at some second of one
        Given(Accepted).When(Visit(Now.AddSeconds(-57))).Then(VisitFailed(Now.AddSeconds(-57), VisitNotice.TextMessage, "Ingen öppnade"));
    }

    [Fact]
    public void It_says_what_stood_in_the_way() => Given(Accepted).When(Visit() with { Text = "" }).ThenRefused(RefusalKind.Malformed);

    [Fact]
    public void Who_gets_the_order_next_reads_nothing_of_it_and_the_landlord_all()
    {
        var order = Order([.. Accepted, Visit(), Reassign()])!;

        Assert.Empty(Disclosure.Of(order, OtherContractor, new(2019, 8, 19))!.FailedVisits);
        Assert.Single(Disclosure.Of(order, Elsa, new(2019, 8, 19))!.FailedVisits);
    }

    [Fact]
    public void The_tenant_learns_that_somebody_was_there()
    {
        var row = LogEntries.Of(Steps([.. Accepted, Visit()])[^1].Event);

        Assert.Equal(
            ("Bomkörning", "Besök 2019-08-19 16:06, aviserad via SMS: Ingen öppnade", true), (row.Name, row.Text, row.TenantVisible));
    }
}
