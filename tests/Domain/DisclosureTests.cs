using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

public sealed class DisclosureTests : OrderRules
{
    private static readonly DateOnly Today = new(2019, 8, 19);

    [Fact]
    public void Another_contractors_order_is_not_there() => Assert.Null(Disclosure.Of(Order(Placed)!, OtherContractor, Today));

    [Fact]
    public void A_wall_board_opens_no_order() => Assert.Null(Disclosure.Of(Order(Placed)!, WallBoard, Today));

    [Fact]
    public void The_landlord_reads_all_of_it()
    {
        var order = Order(Declined)!;
        Assert.Same(order, Disclosure.Of(order, Elsa, Today));
    }

    [Fact]
    public void The_invoice_system_learns_nothing_of_the_tenant() => Assert.Equal((false, false), Tells(Completed, InvoiceSystem, Today));

    [Fact]
    public void The_contractor_reads_the_tenants_details_while_the_order_is_with_it()
    {
        Assert.Equal((true, true), Tells(Placed, Contractor, Today));
        Assert.Equal((true, true), Tells(Accepted, Contractor, Today));
        Assert.Equal((false, false), Tells(Cancelled, Contractor, Today));
        Assert.Null(Disclosure.Of(Order(Declined)!, Contractor, Today));
        Assert.Null(Disclosure.Of(Order([.. Accepted, Reassign()])!, Contractor, Today));
    }

    [Fact]
    public void And_for_30_days_after_it_is_done()
    {
        Assert.Equal((true, true), Tells(Completed, Contractor, Today.AddDays(30)));
        Assert.Equal((false, false), Tells(Completed, Contractor, Today.AddDays(31)));
        Assert.Equal((true, true), Tells(Invoiced, Contractor, Today.AddDays(30)));
        Assert.Equal((false, false), Tells(Invoiced, Contractor, Today.AddDays(31)));
    }

    [Fact]
    public void A_contractor_reads_nothing_of_whoever_had_the_order_before()
    {
        var order = Order([.. Found, Place(), Ask(), Reassign(), Ask("Finns nyckel?") with { By = OtherContractor }])!;

        var read = Disclosure.Of(order, OtherContractor, Today)!;
        Assert.Null(read.FoundBy);
        Assert.Equal("Finns nyckel?", Assert.Single(read.Questions).Text);
        Assert.Equal(2, Disclosure.Of(order, Dispatcher, Today)!.Questions.Count);
    }

    [Fact]
    public void A_finder_reads_that_it_found_it() => Assert.Equal(Testfirma, Disclosure.Of(Order(Found)!, Contractor, Today)!.FoundBy);

    private static (bool Tenant, bool Access) Tells(Command[] commands, Actor reader, DateOnly today)
    {
        var read = Disclosure.Of(Order(commands)!, reader, today)!;
        return (read.Tenant is not null, read.Access is not null);
    }
}
