using WorkOrders.Board.Desk.Placing;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Desk;

public sealed class PlaceFormTests
{
    private static readonly WorkOrder Earlier = new()
    {
        Number = 2375,
        PropertyObject = new() { Number = "64010765", Kind = "3 rum och kök", Address = new() { Street = "Torögatan 51", PostalCode = "12265", Town = "Enskede" } },
        Tenant = new() { Name = "Test Testsson", HomePhone = "0799999999", PreferredPhone = PreferredPhone.Home, MovedInOn = "2009-08-27" },
        Access = new() { MayEnter = true, KeyInformation = "Tub 3" },
    };

    [Fact]
    public void An_earlier_order_on_the_object_fills_in_the_object_the_tenant_and_how_to_get_in()
    {
        var form = Form();

        Assert.True(form.Fill(Earlier));

        var request = form.ToRequest();
        Assert.Equal((Earlier.PropertyObject, Earlier.Tenant, Earlier.Access), (request.PropertyObject, request.Tenant, request.Access));
    }

    [Fact]
    public void What_somebody_has_typed_stays_and_the_rest_goes_with_another_object()
    {
        var form = Form();
        form.Wish.Tenant.MobilePhone = "070-1740605";
        form.Fill(Earlier);
        form.Wish.Tenant.Name = "Ny Hyresgäst";

        Assert.False(form.Fill(null));

        Assert.Equal(new Tenant { Name = "Ny Hyresgäst", MobilePhone = "070-1740605" }, form.Wish.Tenant);
        Assert.Equal(new Access(), form.Wish.Access);
        Assert.Equal("", form.Wish.PropertyObject.Address.Street);
    }

    [Fact]
    public void Where_nothing_is_typed_of_a_tenant_there_is_none()
    {
        var request = Form().ToRequest();

        Assert.Null(request.Tenant);
        Assert.Null(request.Access);
        Assert.Equal(Priority.Normal, request.Priority);
    }

    [Fact]
    public void A_draft_comes_back_as_it_was_knowing_what_nobody_typed()
    {
        var form = Form();
        form.Fill(Earlier);
        form.Wish.Subject.Phrase = "Droppar";
        form.Wish.PlaceWithContractorId = "1999/99999";

        var again = PlaceForm.Read(form.Write())!;

        Assert.Equal(form.Wish, again.Wish);
        again.Fill(null);
        Assert.Equal(("", ""), (again.Wish.Tenant.Name, again.Wish.Access.KeyInformation));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b c d")]
    [InlineData("AAAA AAAA")]
    public void What_is_no_draft_is_none(string? draft) => Assert.Null(PlaceForm.Read(draft));

    private static PlaceForm Form() => new() { Wish = { PropertyObject = { Number = "64010765" } } };
}
