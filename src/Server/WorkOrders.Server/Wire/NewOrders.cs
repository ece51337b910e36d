using System.Text.RegularExpressions;
using WorkOrders.Domain;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>A request for a new order, as a wish for the writer.</summary>
internal static partial class NewOrders
{
    public static Submission Read(RegisterWorkOrderRequest r, Asked a)
    {
        var form = new Form(r);
        var details = DetailsOf(r, form);
        var tenant = r.Tenant is null ? null : TenantOf(r.Tenant, form);
        var access = r.Access is { } x ? new Domain.Access(x.MayEnter, Form.Text(x.KeyInformation), Form.Text(x.Comment)) : null;
        var orderer = a.By.IsLandlord ? OrdererOf(a.By) : null;

        Command command = new Register(0, details, orderer, tenant, access, a.By, a.At);
        if (Form.Text(r.PlaceWithContractorId) is { Length: > 0 } id)
        {
            var contractor = form.Contractor("place_with_contractor_id", id);
            if (orderer is null) form.Wrong("place_with_contractor_id", ViolationKind.LandlordOnly);
            else command = new RegisterAndPlace(0, details, orderer, tenant, access, contractor, a.By, a.At);
        }
        form.Checked(command);
        return new NewOrder(command, form.Close());
    }

    /// <summary>Whoever places an order is its orderer.</summary>
    public static Domain.Orderer OrdererOf(Domain.Actor by) => new() { AccountId = by.AccountId, Name = by.Name };

    private static OrderDetails DetailsOf(RegisterWorkOrderRequest r, Form form)
    {
        if (r.Type.ToCore() is null) form.Wrong("type", ViolationKind.Required);
        return new()
        {
            OrderClass = Form.Text(r.OrderClass) is { Length: > 0 } given ? given : OrderDetails.DefaultClass,
            Type = r.Type.ToCore() ?? default,
            PropertyObject = ObjectOf(r.PropertyObject ?? new(), form),
            Subject = SubjectOf(r.Subject ?? new(), form),
            WishedFor = form.Day("planned_for", r.PlannedFor),
            Priority = form.Priority(r.Priority) ?? Domain.Priority.Normal,
        };
    }

    private static Domain.PropertyObject ObjectOf(V1.PropertyObject o, Form form)
    {
        if (o.Floor is < -20 or > 200) form.Wrong("property_object.floor", "Ska vara -20 till 200.", "Must be -20 to 200.");
        if (o.Floors is < 0 or > 200) form.Wrong("property_object.floors", "Ska vara 0 till 200.", "Must be 0 to 200.");
        return new()
        {
            Number = Form.Text(o.Number),
            Kind = Form.Text(o.Kind),
            Floor = o.Floor,
            Floors = o.Floors,
            HasLift = o.HasLift,
            Address = AddressOf(o.Address ?? new(), form),
            AdminArea = Form.Text(o.AdminArea),
            FaultArea = Form.Text(o.FaultArea),
            SearchArea = Form.Text(o.SearchArea),
            District = Form.Text(o.District),
        };
    }

    private static Domain.Address AddressOf(V1.Address address, Form form)
    {
        if (!PostalCode.IsMatch(Form.Text(address.PostalCode)))
            form.Wrong("property_object.address.postal_code", "Ska vara fem siffror utan mellanslag.", "Must be five digits without a space.");
        return new(Form.Text(address.Street), Form.Text(address.PostalCode), Form.Text(address.Town));
    }

    private static Domain.Subject SubjectOf(V1.Subject s, Form form) => new()
    {
        Space = Form.Text(s.Space),
        SpaceCode = Form.Text(s.SpaceCode),
        Unit = Form.Text(s.Unit),
        Properties = Form.Text(s.Properties),
        SerialNumber = Form.Text(s.SerialNumber),
        InstalledOn = form.Day("subject.installed_on", s.InstalledOn),
        MaintainedOn = form.Day("subject.maintained_on", s.MaintainedOn),
        Phrase = Form.Text(s.Phrase),
        Description = Form.Text(s.Description),
        UnitNote = Form.Text(s.UnitNote),
    };

    private static TenantContact TenantOf(Tenant t, Form form) => new()
    {
        Name = Form.Text(t.Name),
        Phones = form.Phones(t.HomePhone, t.WorkPhone, t.MobilePhone, "tenant.preferred_phone", t.PreferredPhone),
        MovedInOn = form.Day("tenant.moved_in_on", t.MovedInOn),
    };

    [GeneratedRegex(@"\A([0-9]{5})?\z")]
    private static partial Regex PostalCode { get; }
}
