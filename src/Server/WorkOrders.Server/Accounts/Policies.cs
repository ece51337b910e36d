using Microsoft.AspNetCore.Authorization;

namespace WorkOrders.Server.Accounts;

/// <summary>
/// Who may call what: every rpc and every hub method names one of these in an <c>[Authorize]</c> of its own. What
/// names none is refused to everybody who has not signed in, and a test refuses it too. A first sign-in that is not
/// finished is let in by <see cref="Account"/> and <see cref="AnyPerson"/> alone.
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

    /// <summary>The landlord's tenant portal alone, which no other policy but <see cref="TenantLinks"/> lets in.</summary>
    public const string Tenants = nameof(Tenants);

    /// <summary>Who may give tenants a link: the landlord's people and the tenant portal.</summary>
    public const string TenantLinks = nameof(TenantLinks);

    /// <summary>Whoever has an account.</summary>
    public const string AnyRole = nameof(AnyRole);

    /// <summary>Whoever has signed in on the pages; no machine.</summary>
    public const string Person = nameof(Person);

    /// <summary>Whoever has an account, be it at its first sign-in. For nothing but to see who one is.</summary>
    public const string Account = nameof(Account);

    /// <summary>Whoever has signed in on the pages, be it for the first time. For what finishes that, and for signing out.</summary>
    public const string AnyPerson = nameof(AnyPerson);

    public static void Add(AuthorizationOptions options)
    {
        string[] everybody = [RoleNames.Contractor, RoleNames.Orderer, RoleNames.Dispatcher, RoleNames.WallBoard];
        Allow(Contractor, RoleNames.Contractor);
        Allow(Landlord, RoleNames.Orderer, RoleNames.Dispatcher);
        Allow(Dispatcher, RoleNames.Dispatcher);
        Allow(Orders, RoleNames.Contractor, RoleNames.Orderer, RoleNames.Dispatcher);
        Allow(Wall, RoleNames.Dispatcher, RoleNames.WallBoard);
        Allow(Tenants, RoleNames.TenantPortal);
        Allow(TenantLinks, RoleNames.Orderer, RoleNames.Dispatcher, RoleNames.TenantPortal);
        Allow(Feed, everybody);
        Allow(AnyRole, everybody);
        options.AddPolicy(Person, policy => Finished(Human(Having(policy, everybody))));
        options.AddPolicy(Account, policy => Having(policy, everybody));
        options.AddPolicy(AnyPerson, policy => Human(Having(policy, everybody)));
        options.FallbackPolicy = options.DefaultPolicy = options.GetPolicy(AnyRole)!;

        void Allow(string name, params string[] roles) =>
            options.AddPolicy(name, policy => Finished(Having(policy, roles)));
    }

    private static AuthorizationPolicyBuilder Having(AuthorizationPolicyBuilder policy, params string[] roles) =>
        policy.RequireAuthenticatedUser().RequireClaim(Caller.Role, roles);

    private static AuthorizationPolicyBuilder Human(AuthorizationPolicyBuilder policy) =>
        policy.RequireAssertion(context => !Caller.IsMachine(context.User));

    private static AuthorizationPolicyBuilder Finished(AuthorizationPolicyBuilder policy) =>
        policy.RequireAssertion(context => !Caller.IsAtFirstSignIn(context.User));
}
