using System.Net;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Accounts;

public sealed class MachineClientTests
{
    [Fact]
    public async Task A_machine_client_is_known_by_its_token()
    {
        await using var server = await TestServer.StartAsync();
        var me = (await new AccountService.AccountServiceClient(server.As("testfirma")).GetMyAccountAsync(new())).Account;
        Assert.Equal(new Account
        {
            AccountId = "testfirma",
            UserName = "testfirma",
            DisplayName = "Testfirma AB",
            Role = Role.Contractor,
            Contractor = new() { Id = "1999/99999", Name = "Testfirma AB" },
            IsMachine = true,
        }, me);
    }

    [Fact]
    public async Task A_token_outlives_a_restart()
    {
        await using var server = await TestServer.StartAsync();
        var token = await server.Callers.Tokens.OfAsync("testfirma");
        await server.RestartAsync();
        var me = await new AccountService.AccountServiceClient(server.Callers.WithToken(token)).GetMyAccountAsync(new());
        Assert.Equal("testfirma", me.Account.AccountId);
    }

    [Theory]
    [InlineData("testfirma", "wrong")]
    [InlineData("nobody", "testfirma-demo-secret")]
    public async Task A_wrong_secret_and_an_unknown_client_get_the_same_answer(string clientId, string secret)
    {
        await using var server = await TestServer.StartAsync();
        using var answer = await server.Callers.Tokens.RequestAsync(clientId, secret);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("invalid_client", await answer.Content.ReadAsStringAsync());
    }
}
