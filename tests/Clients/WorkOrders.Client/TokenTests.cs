using Microsoft.Extensions.Time.Testing;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Client.Tests;

public sealed class TokenTests
{
    private static readonly GetMyAccountRequest WhoAmI = new();

    [Fact]
    public async Task Many_calls_at_once_fetch_one_token()
    {
        await using var site = await Site.OpenAsync();
        var accounts = site.As("testfirma").Accounts;

        await Task.WhenAll(
            Enumerable.Range(0, 30).Select(_ => accounts.GetMyAccountAsync(WhoAmI, cancellationToken: site.Patience).ResponseAsync));

        Assert.Equal(1, TokensFetched(site));
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await Site.OpenAsync();
        var accounts = site.As("testfirma", clock: clock).Accounts;
        await accounts.GetMyAccountAsync(WhoAmI, cancellationToken: site.Patience);

        clock.Advance(TimeSpan.FromMinutes(8));
        await accounts.GetMyAccountAsync(WhoAmI, cancellationToken: site.Patience);
        Assert.Equal(1, TokensFetched(site));

        clock.Advance(TimeSpan.FromMinutes(1.5));
        await accounts.GetMyAccountAsync(WhoAmI, cancellationToken: site.Patience);
        Assert.Equal(2, TokensFetched(site));
    }

    [Fact]
    public async Task A_token_that_the_server_refuses_is_exchanged_once()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await Site.OpenAsync(new TestServerOptions { Clock = clock });
        // Its own clock stands still for the client: it takes the token for fresh.
        var accounts = site.As("testfirma").Accounts;
        await accounts.GetMyAccountAsync(WhoAmI, cancellationToken: site.Patience);

        clock.Advance(TimeSpan.FromMinutes(30));
        var me = await accounts.GetMyAccountAsync(WhoAmI, cancellationToken: site.Patience);

        Assert.Equal("1999/99999", me.Account.Contractor.Id);
        Assert.Equal(2, TokensFetched(site));
    }

    [Fact]
    public async Task A_token_can_be_fetched_at_another_address()
    {
        await using var site = await Site.OpenAsync();
        using var client = new WorkOrdersClient(new WorkOrdersClientOptions
        {
            Address = site.Server.Grpc, ClientId = "elsa", ClientSecret = "elsa-demo-secret",
            TokenAddress = new Uri(site.Server.Http, "/connect/token"),
        });

        Assert.Equal(Role.Orderer, (await client.Accounts.GetMyAccountAsync(WhoAmI, cancellationToken: site.Patience)).Account.Role);
    }

    private static int TokensFetched(Site site) => site.Log.Lines.Count(line => line.Contains("Fetched a token", StringComparison.Ordinal));
}
