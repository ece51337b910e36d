using System.Reflection;
using System.Security.Claims;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using WorkOrders.Server.Accounts;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Accounts;

/// <summary>Deny by default: whatever can be called says who may call it.</summary>
public sealed class PolicyTests
{
    /// <summary>What anybody may call, and why.</summary>
    private static readonly string[] Anonymous =
    [
        "/sign-in",                                     // nobody has signed in before
        "/offline",                                     // what browsers open the portal with without a network: the same for all
        "/pair", "/pair/code", "/pair/session",         // whoever asks to be let in shows a code; a dispatcher decides
        "/connect/token",                               // the client's secret is the credential
        "/t/{token}", "/t/{token}/live",                // a tenant's link, which is the credential
        "/healthz", "/readyz",                          // load balancers
        "/_framework/opaque-redirect",                  // Blazor's; leads to where it was told under our own protection
    ];

    [Fact]
    public async Task Every_endpoint_has_a_policy_or_is_known_to_be_for_everybody()
    {
        await using var server = await TestServer.StartAsync();
        var endpoints = server.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.Contains(endpoints, e => e.RoutePattern.RawText!.Contains("AcceptWorkOrder"));
        Assert.Equal(
            [],
            endpoints.Where(e => !HasPolicy(e) && !IsForEverybody(e))
                .Select(e => $"{e.RoutePattern.RawText}: {string.Join(", ", e.Metadata)}"));
    }

    [Fact]
    public void Every_rpc_and_every_hub_method_names_its_policy_itself()
    {
        var services = typeof(Program).Assembly.GetTypes().Where(t => t.Namespace == "WorkOrders.Server.Endpoints" && !t.IsAbstract);
        var methods = services.SelectMany(CallableMethods).ToList();
        Assert.Contains(methods, m => m.Name == "GetMyAccount");
        Assert.Contains(methods, m => m.DeclaringType!.Name == "WorkOrderHub");
        Assert.Empty(
            methods.Where(m => m.GetCustomAttribute<AuthorizeAttribute>()?.Policy is null)
                .Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));
    }

    [Fact]
    public async Task Every_policy_that_is_named_exists()
    {
        await using var server = await TestServer.StartAsync();
        var policies = server.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        foreach (var name in typeof(Policies).GetFields().Select(f => (string)f.GetRawConstantValue()!))
            Assert.NotNull(await policies.GetPolicyAsync(name));
        Assert.NotNull(await policies.GetFallbackPolicyAsync());
    }

    [Theory]
    [InlineData(RoleNames.Contractor)]
    [InlineData(RoleNames.Orderer)]
    [InlineData(RoleNames.Dispatcher)]
    [InlineData(RoleNames.WallBoard)]
    public async Task No_policy_but_two_lets_in_a_first_sign_in_that_is_not_finished(string role)
    {
        await using var server = await TestServer.StartAsync();
        var policies = server.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var authorization = server.Services.GetRequiredService<IAuthorizationService>();
        var newcomer = new ClaimsPrincipal(new ClaimsIdentity(
            [new(Caller.Role, role), new(Caller.FirstSignIn, "true")], IdentityConstants.ApplicationScheme));
        List<string> open = [];
        foreach (var name in typeof(Policies).GetFields().Select(f => (string)f.GetRawConstantValue()!))
        {
            if ((await authorization.AuthorizeAsync(newcomer, null, name)).Succeeded) open.Add(name);
        }
        Assert.Equal([Policies.Account, Policies.AnyPerson], open);
        Assert.False((await authorization.AuthorizeAsync(newcomer, null, await policies.GetDefaultPolicyAsync())).Succeeded);
        Assert.False((await authorization.AuthorizeAsync(newcomer, null, (await policies.GetFallbackPolicyAsync())!)).Succeeded);
    }

    [Fact]
    public async Task Nothing_is_open_to_a_first_sign_in_but_what_finishes_it_and_signing_out()
    {
        await using var server = await TestServer.StartAsync();
        var open = server.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetOrderedMetadata<IAuthorizeData>() is { Count: > 0 } doors
                && doors.All(d => d.Policy is Policies.Account or Policies.AnyPerson))
            .Select(e => e.RoutePattern.RawText!.TrimStart('/')).Where(path => !path.StartsWith("_framework/", StringComparison.Ordinal));
        Assert.Subset(
            new HashSet<string>
            {
                "workorders.v1.AccountService/GetMyAccount", "workorders.v1.AccountService/UpdateMyContactDetails",
                "contact-details", "sign-out",
            },
            open.ToHashSet());
    }

    private static IEnumerable<MethodInfo> CallableMethods(Type type)
    {
        var own = type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);
        return typeof(Hub).IsAssignableFrom(type) ? own
            : type.GetCustomAttributes<Grpc.Core.BindServiceMethodAttribute>(inherit: true).Any()
                ? own.Where(m => m.GetBaseDefinition().DeclaringType != type)
            : [];
    }

    private static bool HasPolicy(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        && (IsLeftToTheFallback(endpoint) || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not null));

    private static bool IsForEverybody(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        && (
            IsFile(endpoint) || Anonymous.Contains(endpoint.RoutePattern.RawText)
            || endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("grpc.health.v1.Health/", StringComparison.Ordinal));

    /// <summary>The program and the styles of the pages, without anything of anybody in them.</summary>
    private static bool IsFile(RouteEndpoint endpoint) => endpoint.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor");

    /// <summary>For whoever has signed in: rpcs and files that are not there.</summary>
    private static bool IsLeftToTheFallback(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText == "/{**path:file}" || endpoint.RoutePattern.RawText!.StartsWith(
            "{unimplementedService}", StringComparison.Ordinal)
        || endpoint.RoutePattern.RawText.StartsWith("workorders.v1.", StringComparison.Ordinal);
}
