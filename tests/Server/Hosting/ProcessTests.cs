using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Hosting;

public sealed class ProcessTests
{
    [Fact]
    public async Task A_killed_server_starts_again_on_the_same_ports_and_knows_its_callers()
    {
        await using var server = await ServerProcess.StartAsync();
        var token = await server.Callers.Tokens.OfAsync("testfirma");
        var (http, grpc) = (server.Http, server.Grpc);
        await server.KillAsync();
        await server.StartAgainAsync();
        Assert.Equal((http, grpc), (server.Http, server.Grpc));
        var me = await new AccountService.AccountServiceClient(server.Callers.WithToken(token)).GetMyAccountAsync(new());
        Assert.Equal("testfirma", me.Account.AccountId);
    }

    [Fact]
    public async Task A_server_that_is_asked_to_stop_ends_well()
    {
        await using var server = await ServerProcess.StartAsync();
        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public async Task Without_the_demonstration_nobody_knows_a_way_in()
    {
        await using var server = await ServerProcess.StartAsync(new() { SignIns = false });
        using var token = await server.Callers.Tokens.RequestAsync("testfirma", "testfirma-demo-secret");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, token.StatusCode);
        using var pages = new PageSession(server.Http);
        using var answer = await pages.SignInAsync("elsa", "Elsa-demo-1");
        Assert.Null(pages.Cookies["workorders.session"]);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Only_the_servers_own_user_may_read_the_keys()
    {
        await using var server = await ServerProcess.StartAsync();
        var keys = Directory.GetFiles(Path.Combine(server.Folder, "keys"));
        Assert.True(keys.Length >= 3);
        Assert.All(keys, key => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key)));
    }
}
