using System.Reflection;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
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
        "/connect/token",                               // the client's secret is the credential
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

    /// <summary>For whoever has signed in: rpcs and files that are not there, and Blazor's own list of its files.</summary>
    private static bool IsLeftToTheFallback(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText == "{**path:file}" || endpoint.RoutePattern.RawText!.StartsWith(
            "{unimplementedService}", StringComparison.Ordinal)
        || endpoint.RoutePattern.RawText.StartsWith("workorders.v1.", StringComparison.Ordinal)
        || endpoint.RoutePattern.RawText!.StartsWith("_framework/resource-collection", StringComparison.Ordinal);
}
