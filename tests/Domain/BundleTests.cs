using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

public sealed class BundleTests : OrderRules
{
    [Theory]
    [InlineData("64010765-20190819")]
    [InlineData("64010765-20190819-1-1")]
    [InlineData("64-0107-65-20190819-12-3")]
    public void A_number_is_read_as_it_is_written(string number) => Assert.Equal(number, Bundle(number).ToString());

    [Theory]
    [InlineData("64\n01")]
    [InlineData("64-20190818")]
    [InlineData("64-20190818-1-1")]
    [InlineData("64-20190818-5")]
    public void Whatever_an_objects_number_looks_like_its_bundles_are_read_back(string objectNumber)
    {
        var bundle = new Bundle(objectNumber, new(2019, 8, 19));

        Assert.Equal(bundle, Bundle(bundle.ToString()));
        Assert.Equal(bundle.At(12, 3), Bundle(bundle.At(12, 3).ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("64010765")]
    [InlineData("-20190819")]
    [InlineData("64010765-20191319")]
    [InlineData("64010765-2019-08-19")]
    [InlineData("64010765-20190819-1")]
    [InlineData("64010765-20190819-0-1")]
    [InlineData("64010765-20190819-1-01")]
    [InlineData("64010765-20190819 ")]
    [InlineData("64010765-20190819\n")]
    [InlineData("64010765-٢٠١٩٠٨١٩")]
    public void Anything_else_is_no_bundle_number(string? number) => Assert.Null(Domain.Bundle.Parse(number));

    [Fact]
    public void The_group_is_no_part_of_the_base_number() => Assert.Equal("64010765-20190819", Bundle("64010765-20190819-1-2").BaseNumber);

    [Fact]
    public void The_first_order_of_an_object_and_day_begins_a_bundle_of_the_swedish_day() =>
        Given(Nothing).When(RegisterAndPlace() with { At = new(2019, 8, 19, 22, 0, 0, TimeSpan.Zero) })
            .Then(WorkOrderRegisteredAndPlaced("64010765-20190820"));

    [Fact]
    public void A_later_order_joins_the_bundle_that_is_there_but_not_a_group_in_it()
    {
        var existing = Bundle("64010765-20190817-1-2");

        Given(Nothing).When(RegisterAndPlace(), existing).Then(WorkOrderRegisteredAndPlaced("64010765-20190817"));
        Given(Declined).When(Place(), existing).Then(WorkOrderPlaced(Testfirma, "64010765-20190817"));
        Given(Placed).When(Reassign(), existing).Then(WorkOrderReassigned(Rival, "64010765-20190817", "Hinner inte"));
    }

    [Fact]
    public void A_registered_order_that_was_bundled_by_hand_keeps_its_place_when_it_is_placed() =>
        Given([.. Registered, JoinBundle("64010765-20190819-1-2")]).When(Place(), existing: Bundle("64010765-20190801"))
            .Then(WorkOrderPlaced(Testfirma, "64010765-20190819-1-2"));

    [Fact]
    public void An_order_is_taken_out_of_its_bundle() =>
        Given(Placed).When(LeaveBundle()).Then(WorkOrderUnbundled("64010765-20190819")).And(order => Assert.Null(order.Bundle));

    [Fact]
    public void An_order_joins_no_bundle_of_another_object() =>
        Given(Placed).When(JoinBundle("64010766-20190819-1-1")).ThenRefused(RefusalKind.BundleMismatch);

    [Fact]
    public void A_group_numbers_its_orders_in_the_order_given()
    {
        var happened = Assert.IsType<Decision.Happened>(Bundles.Group([Ordered(2377), Ordered(2375)], 1, Elsa, Now));

        Assert.Equal([(2377, "64010765-20190819-1-1"), (2375, "64010765-20190819-1-2")],
            happened.Steps.Select(s => (s.After.Number, s.After.Bundle!.ToString())));
    }

    [Fact]
    public void A_group_may_be_of_one_order_like_the_guides_2377()
    {
        var happened = Assert.IsType<Decision.Happened>(Bundles.Group([Ordered(2377)], 1, Elsa, Now));

        Assert.Equal("64010765-20190819-1-1", happened.Order.Bundle!.ToString());
    }

    [Fact]
    public void A_group_of_orders_that_are_in_no_bundle_begins_one_of_the_day_of_its_first() =>
        Assert.Equal("64010765-20190819", Bundles.BaseFor(Order([.. Placed, LeaveBundle()])!).ToString());

    [Fact]
    public void The_next_group_follows_the_highest_one()
    {
        Assert.Equal(1, Bundles.NextGroup([]));
        Assert.Equal(1, Bundles.NextGroup([Bundle("64010765-20190819")]));
        Assert.Equal(4, Bundles.NextGroup([Bundle("64010765-20190819-3-1"), Bundle("64010765-20190819-1-1"), Bundle("64010765-20190819")]));
    }

    [Fact]
    public void A_group_is_of_one_object_and_one_contractor_and_holds_each_order_once()
    {
        var nextDoor = Sink with { PropertyObject = Sink.PropertyObject with { Number = "64010766" } };
        var elsewhere = Order(RegisterAndPlace(2376) with { Details = nextDoor })!;
        var withRival = Order(RegisterAndPlace(2376) with { Contractor = Rival })!;

        Assert.Equal(2376, Refused(RefusalKind.BundleMismatch, Bundles.Group([Ordered(2375), elsewhere], 1, Elsa, Now)).Number);
        Assert.Equal(2376, Refused(RefusalKind.BundleMismatch, Bundles.Group([Ordered(2375), withRival], 1, Elsa, Now)).Number);
        Assert.Equal(2375, Refused(RefusalKind.BundleMismatch, Bundles.Group([Ordered(2375), Ordered(2375)], 1, Elsa, Now)).Number);
    }

    [Fact]
    public void A_group_is_made_of_all_its_orders_or_of_none()
    {
        Assert.Equal(2375, Refused(RefusalKind.InvalidTransition, Bundles.Group([Ordered(2376), Order(Completed)!], 1, Elsa, Now)).Number);
        Refused(RefusalKind.NotFound, Bundles.Group([], 1, Elsa, Now));
        Refused(RefusalKind.NotAllowedForRole, Bundles.Group([Ordered(2375)], 1, Contractor, Now));
    }

    [Fact]
    public void A_bundle_is_accepted_with_all_its_orders_that_wait_for_the_contractor()
    {
        var withRival = Order(RegisterAndPlace(2374) with { Contractor = Rival })!;
        var decision = Bundles.Accept([Ordered(2377), Ordered(2376), Order(Accepted)!, withRival], AcceptBundle());

        var happened = Assert.IsType<Decision.Happened>(decision);
        Assert.Equal([2376, 2377], happened.Steps.Select(s => s.After.Number));
        Assert.All(happened.Steps, s => Assert.Equal(WorkOrderStatus.Accepted, s.After.Status));
    }

    [Fact]
    public void A_bundle_in_which_nothing_waits_is_not_accepted()
    {
        var withRival = Order(RegisterAndPlace(2374) with { Contractor = Rival })!;

        Assert.Equal(2375, Refused(RefusalKind.InvalidTransition, Bundles.Accept([withRival, Order(Accepted)!], AcceptBundle())).Number);
        Refused(RefusalKind.NotFound, Bundles.Accept([Ordered(2375)], AcceptBundle() with { By = OtherContractor }));
        Refused(RefusalKind.NotFound, Bundles.Accept([], AcceptBundle()));
        Refused(RefusalKind.NotAllowedForRole, Bundles.Accept([Ordered(2375)], AcceptBundle() with { By = Dispatcher }));
    }

    private static WorkOrder Ordered(long number) => Order(RegisterAndPlace(number))!;

    private static Refusal Refused(RefusalKind kind, Decision decision) => new Outcome(decision).ThenRefused(kind);
}
