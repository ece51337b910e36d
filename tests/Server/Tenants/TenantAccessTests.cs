using System.Net;
using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.Core;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Tenants;

/// <summary>The tenant portal can call its own service and nothing else, and nobody else can call what is its own.</summary>
public sealed class TenantAccessTests
{
    private static readonly string[] OwnAlone = ["ListTenantOrders", "GetTenantOrder", "WatchTenantOrders"];

    /// <summary>Every rpc of the contract: one that is added later is among them.</summary>
    private static readonly List<MethodDescriptor> Rpcs =
    [
        .. typeof(ModelReflection).Assembly.GetTypes().Where(t => t.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(t => (FileDescriptor)t.GetProperty("Descriptor", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!)
            .SelectMany(file => file.Services).SelectMany(service => service.Methods),
    ];

    [Fact]
    public async Task Every_other_rpc_is_refused_to_it()
    {
        await using var server = await TestServer.StartAsync();
        var others = Rpcs.Where(rpc => rpc.Service.Name != nameof(TenantService)).ToList();
        Assert.Contains(others, rpc => rpc.Name == "GetMyAccount");
        foreach (var rpc in others) Assert.Equal((rpc.Name, "NOT_ALLOWED_FOR_ROLE"), (rpc.Name, await AnswerAsync(server.As("minasidor"), rpc)));
    }

    [Theory]
    [InlineData("testfirma", true)]
    [InlineData("elsa", false)]
    [InlineData("dispatch", false)]
    public async Task What_is_its_own_is_refused_to_everybody_else(string client, bool linksToo)
    {
        await using var server = await TestServer.StartAsync();
        foreach (var rpc in TenantService.Descriptor.Methods)
        {
            var answer = await AnswerAsync(server.As(client), rpc);
            Assert.Equal((rpc.Name, OwnAlone.Contains(rpc.Name) || linksToo ? "NOT_ALLOWED_FOR_ROLE" : "FIELD_VIOLATION"), (rpc.Name, answer));
        }
    }

    [Fact]
    public async Task It_opens_no_page_no_file_and_no_hub()
    {
        await using var server = await TestServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Http };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await server.Callers.Tokens.OfAsync("minasidor"));
        foreach (var path in new[] { "/orders.csv", "/hubs/workorders", $"/photos/{Guid.NewGuid()}", "/orders/2375" })
        {
            using var answer = await http.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
        }
    }

    /// <summary>The reason of a refusal of an empty request.</summary>
    private static async Task<string> AnswerAsync(CallInvoker caller, MethodDescriptor rpc)
    {
        var method = new Method<byte[], byte[]>(
            rpc.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary, rpc.Service.FullName, rpc.Name,
            Marshallers.Create<byte[]>(b => b, b => b), Marshallers.Create<byte[]>(b => b, b => b));
        var error = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            if (!rpc.IsServerStreaming) await caller.AsyncUnaryCall(method, null, default, []);
            else await caller.AsyncServerStreamingCall(method, null, default, []).ResponseStream.MoveNext(default);
        });
        return new Refusal(error).Reason;
    }
}
