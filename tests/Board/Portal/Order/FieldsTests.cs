using WorkOrders.Board.Portal.Order;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Order;

public sealed class FieldsTests
{
    [Fact]
    public void The_fields_are_those_of_the_contract()
    {
        Assert.Equal(WorkOrderChanges.Descriptor.Fields.InDeclarationOrder().Select(f => f.Name), OrderFields.Of(new()).Keys);
        Assert.Empty(TenantFields.Of(new()).Keys.Except(UpdateTenantContactRequest.Descriptor.Fields.InDeclarationOrder().Select(f => f.Name)));
    }

    [Fact]
    public void A_save_names_what_it_sets_and_nothing_else()
    {
        var order = new WorkOrder { Number = 2375, Etag = "W4", PlannedFor = "2026-12-01", Subject = new() { UnitNote = "Är rostig" } };
        var request = OrderFields.Request(order, new Dictionary<string, string> { ["properties"] = "FMM 9000", ["planned_for"] = "" });

        Assert.Equal(["properties", "planned_for"], request.UpdateMask.Paths);
        Assert.Equal(new WorkOrderChanges { Properties = "FMM 9000" }, request.Changes);
        Assert.Equal((2375, "W4"), (request.Number, request.Etag));
        Assert.NotEqual(request.RequestId, OrderFields.Request(order, new Dictionary<string, string>()).RequestId);
    }

    [Theory]
    [InlineData(PreferredPhone.Home)]
    [InlineData(PreferredPhone.Work)]
    [InlineData(PreferredPhone.Mobile)]
    [InlineData(PreferredPhone.Unspecified)]
    public void The_star_comes_back_as_it_was(PreferredPhone preferred)
    {
        var order = new WorkOrder { Tenant = new() { HomePhone = "1", WorkPhone = "2", MobilePhone = "3", PreferredPhone = preferred } };

        var request = TenantFields.Request(order, TenantFields.Of(order));

        Assert.Equal(preferred, request.PreferredPhone);
        Assert.Equal(("1", "2", "3"), (request.HomePhone, request.WorkPhone, request.MobilePhone));
    }
}
