using WorkOrders.Domain;

namespace WorkOrders.Server.Store;

/// <summary>
/// The tenant of an order, how to reach them and how to get in: personal data, in a table of its own so that it can be
/// removed without touching history.
/// </summary>
internal sealed class TenantContactRow
{
    public required long Number { get; init; }

    /// <summary>Null if the order has no tenant.</summary>
    public string? Name { get; init; }
    public string HomePhone { get; init; } = "";
    public string WorkPhone { get; init; } = "";
    public string MobilePhone { get; init; } = "";
    public PreferredPhone PreferredPhone { get; init; }
    public DateOnly? MovedInOn { get; init; }

    /// <summary>Null if nothing is known of how to get in.</summary>
    public bool? MayEnter { get; init; }
    public string KeyInformation { get; init; } = "";
    public string Comment { get; init; } = "";

    public TenantContact? ToTenant() => Name is null ? null : new()
    {
        Name = Name,
        Phones = new(HomePhone, WorkPhone, MobilePhone, PreferredPhone),
        MovedInOn = MovedInOn,
    };

    public Access? ToAccess() => MayEnter is { } mayEnter ? new(mayEnter, KeyInformation, Comment) : null;

    /// <summary>Null if there is nothing to keep.</summary>
    public static TenantContactRow? Of(WorkOrder order) => (order.Tenant, order.Access) is (null, null) ? null : new()
    {
        Number = order.Number,
        Name = order.Tenant?.Name,
        HomePhone = order.Tenant?.Phones.Home ?? "",
        WorkPhone = order.Tenant?.Phones.Work ?? "",
        MobilePhone = order.Tenant?.Phones.Mobile ?? "",
        PreferredPhone = order.Tenant?.Phones.Preferred ?? PreferredPhone.None,
        MovedInOn = order.Tenant?.MovedInOn,
        MayEnter = order.Access?.MayEnter,
        KeyInformation = order.Access?.KeyInformation ?? "",
        Comment = order.Access?.Comment ?? "",
    };
}
