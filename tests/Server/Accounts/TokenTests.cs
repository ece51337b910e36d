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

/// <summary>Only a token that we have made, for us, and not long ago, says who somebody is.</summary>
public sealed class TokenTests
{
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
        var claims = Encoding.UTF8.GetString(Base64Url.Decode(parts[1])).Replace(
            "\"contractor\":\"1999/99999\"", "\"contractor\":\"1999/10001\"");
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
    public async Task A_token_for_another_audience_or_of_an_unknown_client_is_refused_and_the_same_one_for_us_is_not()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(
            (StatusCode.Unauthenticated, "TOKEN_INVALID"), await RefusalAsync(server.Callers.WithToken(Forge(server, "somewhere-else"))));
        var forged = new AccountService.AccountServiceClient(server.Callers.WithToken(Forge(server, TokenSetup.Audience)));
        var me = await forged.GetMyAccountAsync(new());
        Assert.Equal("forged", me.Account.AccountId);
        Assert.Equal(
            (StatusCode.Unauthenticated, "TOKEN_INVALID"),
            await RefusalAsync(server.Callers.WithToken(Forge(server, TokenSetup.Audience, client: "nobody"))));
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

    private static async Task<(StatusCode, string)> RefusalAsync(CallInvoker caller)
    {
        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await new AccountService.AccountServiceClient(caller).GetMyAccountAsync(new()));
        return (error.StatusCode, error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    // with the server's own key: everything is right but what the test says
    private static string Forge(TestServer server, string audience, string client = "dispatch")
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
            Claims = new Dictionary<string, object>
            {
                ["sub"] = "forged", ["name"] = "Forged", ["role"] = "dispatcher", ["preferred_username"] = client,
            },
            SigningCredentials = new(key, SecurityAlgorithms.EcdsaSha256),
        });
    }

    private static class Base64Url
    {
        public static byte[] Decode(string text) => Base64UrlEncoder.DecodeBytes(text);
        public static string Encode(string text) => Base64UrlEncoder.Encode(text);
    }
}
