using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>Who did something, whose order it is, who lives there.</summary>
internal static class People
{
    public static ContractorReference ToWire(this Domain.ContractorRef contractor) => new() { Id = contractor.Id, Name = contractor.Name };

    public static Actor ToWire(this Domain.Actor actor) => new() { DisplayName = actor.Name, Role = actor.Role.ToWire() };

    public static Orderer ToWire(this Domain.Orderer orderer) => new()
    {
        Account = orderer.Account,
        Name = orderer.Name,
        MobilePhone = orderer.MobilePhone,
        Email = orderer.Email,
    };

    public static Tenant ToWire(this Domain.TenantContact tenant) => new()
    {
        Name = tenant.Name,
        HomePhone = tenant.Phones.Home,
        WorkPhone = tenant.Phones.Work,
        MobilePhone = tenant.Phones.Mobile,
        PreferredPhone = tenant.Phones.Preferred.ToWire(),
        MovedInOn = tenant.MovedInOn.ToWire(),
    };

    public static Access ToWire(this Domain.Access access) => new()
    {
        MayEnter = access.MayEnter,
        KeyInformation = access.KeyInformation,
        Comment = access.Comment,
    };
}
