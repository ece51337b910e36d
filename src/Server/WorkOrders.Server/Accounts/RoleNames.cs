using WorkOrders.Domain;
using WorkOrders.V1;

namespace WorkOrders.Server.Accounts;

/// <summary>The roles as claims and accounts write them.</summary>
internal static class RoleNames
{
    public const string Contractor = "contractor";
    public const string Orderer = "orderer";
    public const string Dispatcher = "dispatcher";
    public const string WallBoard = "wall_board";

    /// <summary>A machine client's alone: what it may call, nobody else may, and the other way round.</summary>
    public const string TenantPortal = "tenant_portal";

    public static ActorRole Parse(string name) => name switch
    {
        Contractor => ActorRole.Contractor,
        Orderer => ActorRole.Orderer,
        Dispatcher => ActorRole.Dispatcher,
        WallBoard => ActorRole.WallBoard,
        TenantPortal => ActorRole.TenantPortal,
        _ => throw new InvalidOperationException($"There is no role '{name}'."),
    };

    public static Role OnWire(ActorRole role) => role switch
    {
        ActorRole.Contractor => V1.Role.Contractor,
        ActorRole.Orderer => V1.Role.Orderer,
        ActorRole.Dispatcher => V1.Role.Dispatcher,
        ActorRole.WallBoard => V1.Role.WallBoard,
        ActorRole.TenantPortal => V1.Role.TenantPortal,
        _ => V1.Role.Unspecified,
    };
}
