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
        "/connect/token",                               // the client's secret is the credential
        "/healthz", "/readyz", "/grpc.health.v1.Health/{method}", // load balancers
        "/_framework/opaque-redirect",                  // Blazor's; leads to where it was told under our own protection
    ];

    [Fact]
    public async Task Every_endpoint_has_a_policy_or_is_known_to_be_for_everybody()
    {
        await using var server = await TestServer.StartAsync();
        var endpoints = server.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.Contains(endpoints, e => e.RoutePattern.RawText!.Contains("AcceptWorkOrder"));
        Assert.Empty(endpoints.Where(e => !HasPolicy(e) && !IsForEverybody(e)).Select(e => e.RoutePattern.RawText));
    }

    [Fact]
    public async Task Every_rpc_of_the_contract_is_served()
    {
        await using var server = await TestServer.StartAsync();
        var served = server.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints)
            .Select(e => e.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName).ToHashSet();
        string[] contract =
        [
            .. V1.WorkOrderService.Descriptor.Methods.Select(m => $"/{m.Service.FullName}/{m.Name}"),
            .. V1.WorkOrderFeedService.Descriptor.Methods.Select(m => $"/{m.Service.FullName}/{m.Name}"),
            .. V1.AccountService.Descriptor.Methods.Select(m => $"/{m.Service.FullName}/{m.Name}"),
        ];
        Assert.Equal([], contract.Except(served!));
    }

    [Fact]
    public void Every_rpc_and_every_hub_method_names_its_policy_itself()
    {
        var services = typeof(Program).Assembly.GetTypes().Where(t => t.Namespace == "WorkOrders.Server.Endpoints" && !t.IsAbstract);
        var methods = services.SelectMany(CallableMethods).ToList();
        Assert.Contains(methods, m => m.Name == "GetMyAccount");
        Assert.Contains(methods, m => m.DeclaringType!.Name == "WorkOrderHub");
        Assert.Empty(methods.Where(m => m.GetCustomAttribute<AuthorizeAttribute>()?.Policy is null).Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));
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
            : type.GetCustomAttributes<Grpc.Core.BindServiceMethodAttribute>(inherit: true).Any() ? own.Where(m => m.GetBaseDefinition().DeclaringType != type)
            : [];
    }

    private static bool HasPolicy(RouteEndpoint endpoint) =>
        // what is not there says so, and the fallback policy is before it
        endpoint.DisplayName?.Contains("Unimplemented") is true || endpoint.RoutePattern.RawText == "{**path:file}" || IsUnimplemented(endpoint)
        || (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not null));

    private static bool IsUnimplemented(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is { } rpc && rpc.ServiceType.GetMethod(rpc.Method.Name)!.DeclaringType != rpc.ServiceType;

    private static bool IsForEverybody(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        && (IsStaticAsset(endpoint) || Anonymous.Contains(endpoint.RoutePattern.RawText) || endpoint.RoutePattern.RawText!.StartsWith("/grpc.health.v1.Health/", StringComparison.Ordinal));

    // in the folders of files that anybody may have
    private static bool IsStaticAsset(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor");
}
