using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace WorkOrders.Server.Accounts;

/// <summary>
/// Who may call what: every rpc and every hub method names one of these in an <c>[Authorize]</c> of its own. What
/// names none is refused to everybody who has not signed in, and a test refuses it too.
/// </summary>
internal static class Policies
{
    /// <summary>Contractors, for what only the one who does the work may do.</summary>
    public const string Contractor = nameof(Contractor);

    /// <summary>Orderers and dispatchers.</summary>
    public const string Landlord = nameof(Landlord);

    public const string Dispatcher = nameof(Dispatcher);

    /// <summary>Everybody who works with orders: contractors, orderers, dispatchers. No wall board.</summary>
    public const string Orders = nameof(Orders);

    /// <summary>What hangs on the wall: dispatchers and wall boards.</summary>
    public const string Wall = nameof(Wall);

    /// <summary>The feed: everybody, each in its own scope and view.</summary>
    public const string Feed = nameof(Feed);

    /// <summary>Whoever has an account.</summary>
    public const string AnyRole = nameof(AnyRole);

    /// <summary>Whoever has signed in on the pages; no machine.</summary>
    public const string Person = nameof(Person);

    public static void Add(AuthorizationOptions options)
    {
        string[] everybody = [RoleNames.Contractor, RoleNames.Orderer, RoleNames.Dispatcher, RoleNames.WallBoard];
        Allow(Contractor, RoleNames.Contractor);
        Allow(Landlord, RoleNames.Orderer, RoleNames.Dispatcher);
        Allow(Dispatcher, RoleNames.Dispatcher);
        Allow(Orders, RoleNames.Contractor, RoleNames.Orderer, RoleNames.Dispatcher);
        Allow(Wall, RoleNames.Dispatcher, RoleNames.WallBoard);
        Allow(Feed, everybody);
        Allow(AnyRole, everybody);
        options.AddPolicy(Person, policy => policy.RequireClaim(Caller.Role, everybody)
            .RequireAssertion(context => context.User.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme));
        options.FallbackPolicy = options.DefaultPolicy = options.GetPolicy(AnyRole)!;

        void Allow(string name, params string[] roles) =>
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireClaim(Caller.Role, roles));
    }
}
