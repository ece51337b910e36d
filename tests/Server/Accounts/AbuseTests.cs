using System.Net;
using Google.Rpc;
using Grpc.Core;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Accounts;

/// <summary>Who is not who he says he is gets nothing but a refusal, in the form that his protocol expects.</summary>
public sealed class AbuseTests
{
    [Fact]
    public async Task An_anonymous_call_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_MISSING"), await RefusalAsync(server.Anonymous));
    }

    [Fact]
    public async Task An_anonymous_stream_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var call = new WorkOrderFeedService.WorkOrderFeedServiceClient(server.Anonymous).WatchWorkOrders(new() { FromNow = new() });
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(default));
        Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
    }

    [Theory]
    [InlineData("workorders.v1.AccountService")]
    [InlineData("no.such.Service")]
    public async Task An_anonymous_call_of_an_rpc_that_does_not_exist_learns_no_more(string service)
    {
        await using var server = await TestServer.StartAsync();
        var unknown = new Method<GetMyAccountRequest, GetMyAccountResponse>(MethodType.Unary, service, "NoSuchRpc",
            Marshallers.Create(Google.Protobuf.MessageExtensions.ToByteArray, GetMyAccountRequest.Parser.ParseFrom),
            Marshallers.Create(Google.Protobuf.MessageExtensions.ToByteArray, GetMyAccountResponse.Parser.ParseFrom));
        var error = await Assert.ThrowsAsync<RpcException>(
            () => server.Anonymous.AsyncUnaryCall(unknown, null, default, new()).ResponseAsync);
        Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
    }

    [Fact]
    public async Task A_role_that_may_not_is_told_so_in_the_contracts_form()
    {
        await using var server = await TestServer.StartAsync();
        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await new AccountService.AccountServiceClient(server.As("testfirma")).ListContractorsAsync(new()));
        Assert.Equal(StatusCode.PermissionDenied, error.StatusCode);
        var info = error.GetRpcStatus()!.GetDetail<ErrorInfo>()!;
        Assert.Equal(("NOT_ALLOWED_FOR_ROLE", "workorders"), (info.Reason, info.Domain));
        Assert.Equal(("contractor", "ListContractors"), (info.Metadata["role"], info.Metadata["method"]));
        Assert.Equal(
            ["sv-SE", "en"],
            error.GetRpcStatus()!.Details.Where(d => d.Is(LocalizedMessage.Descriptor)).Select(d => d.Unpack<LocalizedMessage>().Locale));
    }

    [Fact]
    public async Task A_machine_changes_no_password()
    {
        await using var server = await TestServer.StartAsync();
        var error = await Assert.ThrowsAsync<RpcException>(async () => await new AccountService.AccountServiceClient(server.As("elsa"))
            .ChangeMyPasswordAsync(new() { CurrentPassword = "Elsa-demo-1", NewPassword = "Nytt-ord-för-elsa" }));
        Assert.Equal(StatusCode.PermissionDenied, error.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task A_post_from_another_site_is_refused_and_signs_nobody_out(string origin)
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync("elsa");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Headers = { { "Origin", origin } } };
        using var answer = await session.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var page = await session.OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_web_socket_from_another_site_is_refused_in_spite_of_its_cookie()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync("dispatch");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hubs/workorders")
        {
            Headers =
            {
                { "Origin", "http://evil.example" },
                { "Upgrade", "websocket" },
                { "Connection", "Upgrade" },
                { "Sec-WebSocket-Version", "13" },
                { "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==" },
            },
        };
        using var answer = await session.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/swagger")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/metrics")]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/.well-known/jwks")]
    [InlineData("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo")]
    public async Task Nothing_describes_the_server_to_strangers(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var pages = server.OpenPages();
        using var answer = await pages.Http.GetAsync(path);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.NotFound });
    }

    private static async Task<(StatusCode, string)> RefusalAsync(CallInvoker caller)
    {
        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await new AccountService.AccountServiceClient(caller).GetMyAccountAsync(new()));
        return (error.StatusCode, error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }
}
