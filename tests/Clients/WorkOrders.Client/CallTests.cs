using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Client.Tests;

public sealed class CallTests
{
    [Fact]
    public async Task A_call_signs_in_by_itself()
    {
        await using var site = await Site.OpenAsync();

        var me = await site.As("testfirma").Accounts.GetMyAccountAsync(new GetMyAccountRequest(), cancellationToken: site.Patience);

        Assert.Equal("1999/99999", me.Account.Contractor.Id);
    }

    [Fact]
    public async Task A_blocking_call_signs_in_too()
    {
        await using var site = await Site.OpenAsync();

        var me = site.As("elsa").Accounts.GetMyAccount(new GetMyAccountRequest(), cancellationToken: site.Patience);

        Assert.Equal(Role.Orderer, me.Account.Role);
    }

    [Fact]
    public async Task Refused_credentials_are_not_tried_again()
    {
        await using var site = await Site.OpenAsync();
        var client = site.As("testfirma", secret: "wrong");

        var refusal = await Assert.ThrowsAsync<WorkOrdersException>(
            async () => await client.Accounts.GetMyAccountAsync(new GetMyAccountRequest()));

        Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
        Assert.Contains("testfirma", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains("attempt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_waits_until_the_server_is_back()
    {
        await using var site = await Site.OpenAsync();
        var client = site.As("testfirma");
        await client.Accounts.GetMyAccountAsync(new GetMyAccountRequest(), cancellationToken: site.Patience);
        await site.Server.StopAsync();

        var accepting = client.WorkOrders.AcceptWorkOrderAsync(
            new AcceptWorkOrderRequest { Number = 2375 }, cancellationToken: site.Patience);
        await site.Server.StartAgainAsync();

        Assert.Equal(WorkOrderStatus.Accepted, (await accepting).WorkOrder.Status);
        Assert.Equal(["AO Accepterad", "AO Registrerad och Beställd"], await site.LogOfAsync(2375));
    }

    [Fact]
    public async Task An_answer_that_was_lost_on_its_way_is_fetched_again_and_the_work_done_once()
    {
        await using var site = await Site.OpenAsync();
        var wire = site.Wire();
        var client = site.As("testfirma", wire.Address);
        await client.Accounts.GetMyAccountAsync(new GetMyAccountRequest(), cancellationToken: site.Patience);
        await using var watch = site.As("dispatch").WatchAsync(new WatchOptions { Start = WatchStart.Beginning }, site.Patience).GetAsyncEnumerator();

        wire.Silence();
        var asking = client.WorkOrders.AskQuestionAsync(
            new AskQuestionRequest { Number = 2376, Text = "Ska blandaren bytas?" }, cancellationToken: site.Patience);
        while (await watch.MoveNextAsync() && watch.Current.Event?.QuestionAsked is null)
        {
            // It is committed when the watch shows it; the answer is swallowed by the wire.
        }

        wire.Cut();

        Assert.Single((await asking).WorkOrder.Questions);
        Assert.Equal(["Beställningsfråga", "AO Registrerad och Beställd"], await site.LogOfAsync(2376));
        Assert.Contains(site.Log.Lines, line => line.Contains("AskQuestion failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_that_gets_no_answer_is_given_up_and_sent_again()
    {
        await using var site = await Site.OpenAsync();
        var wire = site.Wire();
        var client = site.As("testfirma", wire.Address, attempt: TimeSpan.FromSeconds(1));
        await client.Accounts.GetMyAccountAsync(new GetMyAccountRequest(), cancellationToken: site.Patience);

        wire.Silence();
        var accepting = client.WorkOrders.AcceptWorkOrderAsync(
            new AcceptWorkOrderRequest { Number = 2375 }, cancellationToken: site.Patience);
        await site.Log.WaitForAsync("AcceptWorkOrder failed with DeadlineExceeded", site.Patience);
        wire.Cut();

        Assert.Equal(WorkOrderStatus.Accepted, (await accepting).WorkOrder.Status);
        Assert.Equal(2, (await site.LogOfAsync(2375)).Count);
    }

    [Fact]
    public async Task A_call_gives_up_when_its_budget_is_spent()
    {
        await using var site = await Site.OpenAsync();
        await site.Server.StopAsync();
        var client = site.As("testfirma", retryBudget: TimeSpan.FromMilliseconds(500));

        var refusal = await Assert.ThrowsAsync<WorkOrdersException>(
            async () => await client.Accounts.GetMyAccountAsync(new GetMyAccountRequest()));

        Assert.Equal(StatusCode.Unavailable, refusal.StatusCode);
        Assert.Equal(ErrorReason.Unspecified, refusal.Reason);
        await site.Server.StartAgainAsync();
    }

    [Fact]
    public async Task A_cancelled_call_says_so()
    {
        await using var site = await Site.OpenAsync();
        await site.Server.StopAsync();
        using var cancelled = new CancellationTokenSource();
        var call = site.As("testfirma").Accounts.GetMyAccountAsync(new GetMyAccountRequest(), cancellationToken: cancelled.Token);

        await cancelled.CancelAsync();

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await call);
        Assert.True(e.CancellationToken.IsCancellationRequested);
        await site.Server.StartAgainAsync();
    }
}
