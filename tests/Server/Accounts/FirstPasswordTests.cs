using System.Net;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Accounts;
using WorkOrders.Testing;
using WorkOrders.V1;
using static WorkOrders.V1.AccountService;

namespace WorkOrders.Server.Tests.Accounts;

/// <summary>A first password is good for a week and for one thing: to set one's own, together with the contact details.</summary>
public sealed class FirstPasswordTests
{
    private const string Newcomer = "1999/10001";
    private const string First = "Rorjour-first-1";
    private const string Own = "hatt och väst";

    private static readonly ContactDetails Details = new()
    {
        Company = "Söderorts Rörjour AB", Name = "Rut Rör", Email = "rut@example.com", Phone = "08-465 004 11", MobilePhone = "070-1740611",
    };

    [Fact]
    public async Task Contact_details_and_a_password_of_ones_own_open_everything_at_once()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync(Newcomer);
        var account = (await FinishAsync(session)).Account;
        Assert.Equal((Details, false, "Rut Rör"), (account.ContactDetails, account.FirstSignIn, account.DisplayName));

        await new WorkOrderService.WorkOrderServiceClient(session.Calls()).ListWorkOrdersAsync(new());
        using var page = await session.OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(server, Own));
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(server, First));
    }

    [Fact]
    public async Task Every_other_session_of_the_first_password_ends()
    {
        await using var server = await TestServer.StartAsync();
        using var here = await server.SignInAsync(Newcomer);
        using var elsewhere = await server.SignInAsync(Newcomer);
        await FinishAsync(here);
        await new AccountServiceClient(here.Calls()).GetMyAccountAsync(new());
        var error = await Assert.ThrowsAsync<RpcException>(() => FinishAsync(elsewhere, Own, "en annan mössa"));
        Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
        Assert.Equal("TOKEN_EXPIRED", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(server, Own));
    }

    [Theory]
    [InlineData(First, First, "new_password", "SAME")]
    [InlineData(First, "", "new_password", "REQUIRED")]
    [InlineData("", Own, "current_password", "REQUIRED")]
    [InlineData("Rorjour-first-2", Own, "current_password", "INVALID")]
    [InlineData(First, "kort", "new_password", "LENGTH")]
    [InlineData(First, "en mening som är längre än trettio tecken", "new_password", "LENGTH")]
    [InlineData(First, "sommar123", "new_password", "COMMON")]
    [InlineData(First, "1999/10001", "new_password", "COMMON")]
    public async Task A_first_sign_in_needs_another_password_that_is_a_good_one(string current, string wanted, string field, string reason)
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync(Newcomer);
        var error = await Assert.ThrowsAsync<RpcException>(() => FinishAsync(session, current, wanted));
        Assert.Equal((field, reason), Assert.Single(ViolationsOf(error)));
        await NothingHasChangedAsync(server, session);
    }

    [Fact]
    public async Task All_that_is_wrong_with_details_and_passwords_is_told_at_once_and_nothing_is_saved()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync(Newcomer);
        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await new AccountServiceClient(session.Calls()).UpdateMyContactDetailsAsync(
                new()
                {
                    ContactDetails = new() { Name = "Rut", Email = "rut" }, CurrentPassword = "Rorjour-first-2", NewPassword = "kort",
                }));
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal(["contact_details.email", "current_password", "new_password"], ViolationsOf(error).Select(v => v.Field));
        await NothingHasChangedAsync(server, session);
    }

    [Fact]
    public async Task Neither_half_is_saved_without_the_other()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync(Newcomer);
        await Assert.ThrowsAsync<RpcException>(async () => await new AccountServiceClient(session.Calls()).UpdateMyContactDetailsAsync(
            new() { ContactDetails = new() { Name = "Rut", Email = "rut" }, CurrentPassword = First, NewPassword = Own }));
        await NothingHasChangedAsync(server, session);
        await Assert.ThrowsAsync<RpcException>(() => FinishAsync(session, First, "kort"));
        await NothingHasChangedAsync(server, session);
    }

    [Fact]
    public async Task Whoever_finishes_twice_at_once_finishes_once()
    {
        await using var server = await TestServer.StartAsync();
        using var one = await server.SignInAsync(Newcomer);
        using var other = await server.SignInAsync(Newcomer);
        var finished = await Task.WhenAll(TryAsync(one, "hatt och väst"), TryAsync(other, "mössa och vante"));
        var winner = Assert.Single(finished, f => f.Refusal is null);
        Assert.Contains(finished.Single(f => f.Refusal is not null).Refusal!.StatusCode,
            new[] { StatusCode.Unauthenticated, StatusCode.Unavailable });
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(server, winner.Wanted));

        static async Task<(string Wanted, RpcException? Refusal)> TryAsync(PageSession session, string wanted)
        {
            try
            {
                await FinishAsync(session, First, wanted);
                return (wanted, null);
            }
            catch (RpcException refusal)
            {
                return (wanted, refusal);
            }
        }
    }

    [Fact]
    public async Task It_lapses_after_seven_days_and_says_so_in_both_languages()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.StartAsync(new() { Clock = clock });
        clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(server, First));
        clock.Advance(TimeSpan.FromMinutes(1));

        using var swedish = server.OpenPages();
        Assert.Contains("Ditt första lösenord har gått ut.", await AnswerAsync(swedish, First));
        Assert.Null(swedish.Cookies["workorders.session"]);
        using var english = server.OpenPages();
        (await english.OpenAsync("/sign-in?culture=en")).Dispose();
        Assert.Contains("Your first password is no longer valid.", await AnswerAsync(english, First));
        Assert.Contains(server.Log.Lines, line => line.Contains("the first password of account demo-rorjouren has lapsed"));
    }

    [Fact]
    public async Task Who_does_not_know_it_does_not_learn_that_it_has_lapsed()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.StartAsync(new() { Clock = clock });
        clock.Advance(TimeSpan.FromDays(8));
        using var stranger = server.OpenPages();
        var answer = await AnswerAsync(stranger, "Rorjour-first-2");
        Assert.Contains("Fel användarnamn eller lösenord.", answer);
        Assert.DoesNotContain("gått ut", answer);
    }

    [Fact]
    public async Task How_long_it_is_good_is_a_setting()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.StartAsync(new() { Clock = clock, Settings = { ["Accounts:FirstPasswordDays"] = "2" } });
        clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(server, First));
    }

    [Fact]
    public async Task A_session_that_it_began_ends_when_it_lapses()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.StartAsync(new() { Clock = clock, Settings = { ["Accounts:SessionHours"] = "9600" } });
        using var session = await server.SignInAsync(Newcomer);
        using var elsa = await server.SignInAsync("elsa");
        clock.Advance(TimeSpan.FromDays(7));
        var error = await Assert.ThrowsAsync<RpcException>(() => FinishAsync(session));
        Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
        await new AccountServiceClient(elsa.Calls()).GetMyAccountAsync(new());
    }

    [Fact]
    public async Task A_password_of_ones_own_does_not_lapse()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.StartAsync(new() { Clock = clock });
        using var session = await server.SignInAsync(Newcomer);
        await FinishAsync(session);
        await server.SleepAsync(TimeSpan.FromDays(30));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(server, Own));
    }

    [Fact]
    public async Task Wrong_present_passwords_are_throttled_as_failed_sign_ins_are()
    {
        await using var server = await TestServer.StartAsync(new() { Settings = { ["Accounts:FailedSignInBurst"] = "3" } });
        using var session = await server.SignInAsync(Newcomer);
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<RpcException>(() => FinishAsync(session, $"Rorjour-first-{i + 2}", Own));
        var error = await Assert.ThrowsAsync<RpcException>(() => FinishAsync(session));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
        Assert.Equal("RATE_LIMITED", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task The_landlord_can_hand_out_a_bad_one_to_nobody()
    {
        await using var server = await TestServer.StartAsync();
        await using var scope = server.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<NewAccounts>().CreateWithFirstPasswordAsync(
            new()
            {
                UserName = "1999/10002", DisplayName = "Tallkrogens Elservice AB", Role = RoleNames.Contractor, ContractorId = "1999/10002",
            },
            "sommar123");
        Assert.False(created.Succeeded);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync("1999/10002"));
    }

    [Fact]
    public async Task A_restart_of_the_demonstration_does_not_bring_it_back()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync(Newcomer);
        await FinishAsync(session);
        await server.RestartAsync();
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(server, First));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(server, Own));
    }

    private static async Task<UpdateMyContactDetailsResponse> FinishAsync(
        PageSession session, string current = First, string wanted = Own) =>
        await new AccountServiceClient(session.Calls()).UpdateMyContactDetailsAsync(
            new() { ContactDetails = Details, CurrentPassword = current, NewPassword = wanted });

    private static async Task NothingHasChangedAsync(TestServer server, PageSession session)
    {
        var account = (await new AccountServiceClient(session.Calls()).GetMyAccountAsync(new())).Account;
        Assert.Equal((true, "rorjour@example.com"), (account.FirstSignIn, account.ContactDetails.Email));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(server, First));
    }

    private static async Task<HttpStatusCode> SignInAsync(TestServer server, string password)
    {
        using var session = server.OpenPages();
        using var answer = await session.SignInAsync(Newcomer, password);
        return answer.StatusCode;
    }

    private static async Task<string> AnswerAsync(PageSession session, string password)
    {
        using var answer = await session.SignInAsync(Newcomer, password);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<(string Field, string Reason)> ViolationsOf(RpcException error) =>
        error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => (v.Field, v.Reason));
}
