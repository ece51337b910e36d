using System.Net;
using System.Text;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using WorkOrders.Server.Accounts;
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
        var error = await Assert.ThrowsAsync<RpcException>(() => server.Anonymous.AsyncUnaryCall(unknown, null, default, new()).ResponseAsync);
        Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0ZXN0ZmlybWEifQ.")]
    [InlineData("")]
    public async Task What_is_no_token_of_ours_is_refused(string token)
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_INVALID"), await RefusalAsync(server.Callers.WithToken(token)));
    }

    [Fact]
    public async Task A_tampered_token_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var parts = (await server.Callers.Tokens.OfAsync("testfirma")).Split('.');
        var claims = Encoding.UTF8.GetString(Base64Url.Decode(parts[1])).Replace("\"contractor\":\"1999/99999\"", "\"contractor\":\"1999/10001\"");
        Assert.Contains("1999/10001", claims);
        var tampered = $"{parts[0]}.{Base64Url.Encode(claims)}.{parts[2]}";
        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_INVALID"), await RefusalAsync(server.Callers.WithToken(tampered)));
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var parts = (await server.Callers.Tokens.OfAsync("testfirma")).Split('.');
        var unsigned = $"{Base64Url.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.";
        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_INVALID"), await RefusalAsync(server.Callers.WithToken(unsigned)));
    }

    [Fact]
    public async Task A_token_for_another_audience_is_refused_and_the_same_one_for_us_is_not()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_INVALID"), await RefusalAsync(server.Callers.WithToken(Forge(server, "somewhere-else"))));
        var me = await new AccountService.AccountServiceClient(server.Callers.WithToken(Forge(server, TokenSetup.Audience))).GetMyAccountAsync(new());
        Assert.Equal("forged", me.Account.AccountId);
    }

    [Fact]
    public async Task An_expired_token_is_told_from_a_bad_one()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.StartAsync(new() { Clock = clock });
        var token = await server.Callers.Tokens.OfAsync("testfirma");
        clock.Advance(TimeSpan.FromMinutes(9));
        await new AccountService.AccountServiceClient(server.Callers.WithToken(token)).GetMyAccountAsync(new());
        clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_EXPIRED"), await RefusalAsync(server.Callers.WithToken(token)));
    }

    [Fact]
    public async Task A_token_in_an_address_is_ignored_and_in_no_log()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.Callers.Tokens.OfAsync("dispatch");
        using var pages = server.OpenPages();
        using var answer = await pages.Http.PostAsync($"/hubs/workorders/negotiate?negotiateVersion=1&access_token={token}", null);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains(token));
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
        Assert.Equal(["sv-SE", "en"], error.GetRpcStatus()!.Details.Where(d => d.Is(LocalizedMessage.Descriptor)).Select(d => d.Unpack<LocalizedMessage>().Locale));
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
            Headers = { { "Origin", "http://evil.example" }, { "Upgrade", "websocket" }, { "Connection", "Upgrade" }, { "Sec-WebSocket-Version", "13" }, { "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==" } },
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
        var error = await Assert.ThrowsAsync<RpcException>(async () => await new AccountService.AccountServiceClient(caller).GetMyAccountAsync(new()));
        return (error.StatusCode, error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    // with the server's own key: everything is right but what the test says
    private static string Forge(TestServer server, string audience)
    {
        var key = Keys.Signing(Path.Combine(server.Folder, "keys"));
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = TokenSetup.Issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = "forged", ["name"] = "Forged", ["role"] = "dispatcher", ["preferred_username"] = "forged" },
            SigningCredentials = new(key, SecurityAlgorithms.EcdsaSha256),
        });
    }

    private static class Base64Url
    {
        public static byte[] Decode(string text) => Base64UrlEncoder.DecodeBytes(text);
        public static string Encode(string text) => Base64UrlEncoder.Encode(text);
    }
}
