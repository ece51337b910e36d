using System.Net;
using System.Reflection;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using WorkOrders.Server.Accounts;
using WorkOrders.Testing;
using WorkOrders.V1;
using static WorkOrders.V1.AccountService;

namespace WorkOrders.Server.Tests.Accounts;

/// <summary>Until the contact details are confirmed and the first password is changed, nothing else opens, at no door.</summary>
public sealed class FirstSignInTests
{
    private const string Newcomer = "1999/10001";

    private static readonly string[] Open = ["GetMyAccount", "UpdateMyContactDetails"];

    /// <summary>Every rpc of the contract: one that is added later is among them.</summary>
    private static readonly List<MethodDescriptor> Rpcs =
    [
        .. typeof(ModelReflection).Assembly.GetTypes().Where(t => t.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(t => (FileDescriptor)t.GetProperty("Descriptor", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!)
            .SelectMany(file => file.Services).SelectMany(service => service.Methods),
    ];

    [Fact]
    public async Task Over_grpc_web_every_rpc_but_two_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync(Newcomer);
        await EveryOtherRpcIsRefusedAsync(session.Calls(), []);
    }

    [Fact]
    public async Task With_the_cookie_at_the_machines_door_every_rpc_but_two_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync(Newcomer);
        using var channel = GrpcChannel.ForAddress(server.Grpc);
        await EveryOtherRpcIsRefusedAsync(
            channel.CreateCallInvoker(), new() { { "cookie", $"workorders.session={session.Cookies["workorders.session"]!.Value}" } });
    }

    [Fact]
    public async Task An_rpc_that_does_not_exist_is_refused_too()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync(Newcomer);
        Assert.Equal(
            (StatusCode.PermissionDenied, "FIRST_SIGN_IN_UNFINISHED", "NoSuchRpc"),
            await RefusalAsync(session.Calls(), [], "workorders.v1.AccountService", "NoSuchRpc"));
    }

    [Fact]
    public async Task The_account_says_that_it_is_a_first_sign_in_and_how_long_a_password_may_be()
    {
        await using var server = await TestServer.StartAsync(new() { Settings = { ["Accounts:MaximumPasswordLength"] = "40" } });
        using var newcomer = await server.SignInAsync(Newcomer);
        using var elsa = await server.SignInAsync("elsa");
        var first = await new AccountServiceClient(newcomer.Calls()).GetMyAccountAsync(new());
        Assert.Equal((true, "1999/10001", 8, 40),
            (first.Account.FirstSignIn, first.Account.Contractor.Id, first.MinimumPasswordLength, first.MaximumPasswordLength));
        Assert.False((await new AccountServiceClient(elsa.Calls()).GetMyAccountAsync(new())).Account.FirstSignIn);
        Assert.False((await new AccountServiceClient(server.As("rorjouren")).GetMyAccountAsync(new())).Account.FirstSignIn);
    }

    [Fact]
    public async Task The_hub_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync(Newcomer);
        using var negotiated = await session.Http.PostAsync("/hubs/workorders/negotiate?negotiateVersion=1", null);
        Assert.Equal(HttpStatusCode.Forbidden, negotiated.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hubs/workorders")
        {
            Headers =
            {
                { "Upgrade", "websocket" },
                { "Connection", "Upgrade" },
                { "Sec-WebSocket-Version", "13" },
                { "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==" },
            },
        };
        using var socket = await session.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, socket.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/wall")]
    [InlineData("/no-such-page")]
    public async Task A_page_leads_to_the_contact_details(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync(Newcomer);
        using var answer = await session.OpenAsync(path);
        Assert.Equal((HttpStatusCode.Redirect, "/contact-details"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task What_the_page_is_made_of_is_served()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync(Newcomer);
        var files = server.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!)
            .Where(path => path.TrimStart('/').StartsWith("_framework/resource-collection", StringComparison.Ordinal))
            .Append("/_framework/blazor.web.js").ToList();
        Assert.True(files.Count > 1);
        foreach (var file in files)
        {
            using var answer = await session.Http.GetAsync("/" + file.TrimStart('/'));
            Assert.Equal((file, HttpStatusCode.OK), (file, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Signing_out_is_possible()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync(Newcomer);
        using var answer = await session.Http.PostAsync("/sign-out", null);
        Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        using var page = await session.OpenAsync("/");
        Assert.StartsWith("/sign-in", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_firms_machine_client_is_not_concerned()
    {
        await using var server = await TestServer.StartAsync();
        await new WorkOrderService.WorkOrderServiceClient(server.As("rorjouren")).ListWorkOrdersAsync(new());
    }

    [Fact]
    public async Task Accounts_of_an_older_version_are_in_no_first_sign_in()
    {
        await using var server = await TestServer.StartAsync();
        await using (var scope = server.Services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<AccountsContext>().Database;
            await database.GetService<IMigrator>().MigrateAsync("Accounts");
            Assert.NotEmpty(await database.GetPendingMigrationsAsync());
        }
        await server.RestartAsync();
        foreach (var person in new[] { "1999/99999", "elsa" })
        {
            using var session = await server.SignInAsync(person);
            await new WorkOrderService.WorkOrderServiceClient(session.Calls()).ListWorkOrdersAsync(new());
        }
    }

    private static async Task EveryOtherRpcIsRefusedAsync(CallInvoker calls, Metadata headers)
    {
        Assert.Equal(Open, Rpcs.Select(r => r.Name).Where(Open.Contains));
        Assert.Contains(Rpcs, r => r.Name == "WatchWorkOrders");
        foreach (var rpc in Rpcs.Where(r => !Open.Contains(r.Name)))
        {
            Assert.Equal(
                (StatusCode.PermissionDenied, "FIRST_SIGN_IN_UNFINISHED", rpc.Name),
                await RefusalAsync(calls, headers, rpc.Service.FullName, rpc.Name));
        }
        var account = new AccountServiceClient(calls);
        await account.GetMyAccountAsync(new(), headers);
        var letIn = await Assert.ThrowsAsync<RpcException>(async () => await account.UpdateMyContactDetailsAsync(new(), headers));
        Assert.Equal(StatusCode.InvalidArgument, letIn.StatusCode);
    }

    // as a stream: that is how one calls either kind
    private static async Task<(StatusCode, string, string)> RefusalAsync(CallInvoker calls, Metadata headers, string service, string rpc)
    {
        var bytes = Marshallers.Create(b => b, (byte[] b) => b);
        using var call = calls.AsyncServerStreamingCall(
            new Method<byte[], byte[]>(MethodType.ServerStreaming, service, rpc, bytes, bytes), null, new(headers), []);
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(default));
        var info = error.GetRpcStatus()!.GetDetail<ErrorInfo>()!;
        return (error.StatusCode, info.Reason, info.Metadata.GetValueOrDefault("method", ""));
    }
}
