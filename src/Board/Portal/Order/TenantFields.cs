using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>The fields of Redigera Kunduppgifter, by their paths in <see cref="UpdateTenantContactRequest"/>.</summary>
public static class TenantFields
{
    public const string HomePhone = "home_phone";
    public const string WorkPhone = "work_phone";
    public const string MobilePhone = "mobile_phone";
    public const string PreferredPhone = "preferred_phone";

    public static IReadOnlyDictionary<string, string> Of(WorkOrder order)
    {
        var tenant = order.Tenant ?? new();
        return new Dictionary<string, string>
        {
            [HomePhone] = tenant.HomePhone,
            [WorkPhone] = tenant.WorkPhone,
            [MobilePhone] = tenant.MobilePhone,
            [PreferredPhone] = PathOf(tenant.PreferredPhone),
        };
    }

    /// <summary>Sets all of them, if the order is as it was read.</summary>
    public static UpdateTenantContactRequest Request(WorkOrder order, IReadOnlyDictionary<string, string> fields) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        Number = order.Number,
        Etag = order.Etag,
        HomePhone = fields[HomePhone],
        WorkPhone = fields[WorkPhone],
        MobilePhone = fields[MobilePhone],
        PreferredPhone = fields[PreferredPhone] switch
        {
            HomePhone => V1.PreferredPhone.Home,
            WorkPhone => V1.PreferredPhone.Work,
            MobilePhone => V1.PreferredPhone.Mobile,
            _ => V1.PreferredPhone.Unspecified,
        },
    };

    /// <summary>The field of the number that is starred; empty if none is.</summary>
    public static string PathOf(PreferredPhone preferred) => preferred switch
    {
        V1.PreferredPhone.Home => HomePhone,
        V1.PreferredPhone.Work => WorkPhone,
        V1.PreferredPhone.Mobile => MobilePhone,
        _ => "",
    };
}
