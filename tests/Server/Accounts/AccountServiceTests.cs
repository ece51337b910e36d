using System.Net;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using WorkOrders.Server.Accounts;
using WorkOrders.Testing;
using WorkOrders.V1;
using static WorkOrders.V1.AccountService;

namespace WorkOrders.Server.Tests.Accounts;

/// <summary>The account service as a page calls it: gRPC-Web and the session's cookie.</summary>
public sealed class AccountServiceTests
{
    [Fact]
    public async Task A_person_sees_who_he_is_and_how_he_can_be_reached()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync("1999/99999");
        var me = (await Client(session).GetMyAccountAsync(new())).Account;
        Assert.Equal(
            ("1999/99999", "Testfirma AB", Role.Contractor, "1999/99999", false),
            (me.UserName, me.DisplayName, me.Role, me.Contractor.Id, me.IsMachine));
        Assert.Equal(
            ("test@testmail.com", "08-123456", "0721234567"),
            (me.ContactDetails.Email, me.ContactDetails.Phone, me.ContactDetails.MobilePhone));
    }

    [Fact]
    public async Task Contact_details_are_kept_and_the_new_name_is_used_at_once()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync("elsa");
        ContactDetails details = new() { Name = "Elsa Österberg-Ny", Email = "elsa@example.org", Phone = "08-465 004 01" };
        var changed = await Client(session).UpdateMyContactDetailsAsync(new() { ContactDetails = details });
        Assert.Equal(details, changed.Account.ContactDetails);
        Assert.Equal("Elsa Österberg-Ny", (await Client(session).GetMyAccountAsync(new())).Account.DisplayName);
    }

    [Fact]
    public async Task All_wrong_contact_details_are_told_at_once()
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync("elsa");
        var error = await Assert.ThrowsAsync<RpcException>(async () => await Client(session).UpdateMyContactDetailsAsync(
            new() { ContactDetails = new() { Company = new string('x', 101), Email = "elsa", Phone = "ring mig" } }));
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal(
            ["contact_details.company", "contact_details.name", "contact_details.email", "contact_details.phone"],
            error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field));
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session()
    {
        await using var server = await TestServer.StartAsync();
        using var here = await server.SignInAsync("elsa");
        using var elsewhere = await server.SignInAsync("elsa");
        await Client(here).ChangeMyPasswordAsync(new() { CurrentPassword = "Elsa-demo-1", NewPassword = "hatt och väst" });

        await Client(here).GetMyAccountAsync(new());
        var error = await Assert.ThrowsAsync<RpcException>(async () => await Client(elsewhere).GetMyAccountAsync(new()));
        Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
        Assert.Equal("TOKEN_EXPIRED", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);

        using var again = server.OpenPages();
        using var signedIn = await again.SignInAsync("elsa", "hatt och väst");
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Theory]
    [InlineData("Elsa-demo-2", "hatt och väst", "current_password")]
    [InlineData("Elsa-demo-1", "kort", "new_password")]
    [InlineData("Elsa-demo-1", "en mening som är längre än trettio tecken", "new_password")]
    [InlineData("Elsa-demo-1", "sommar123", "new_password")]
    [InlineData("Elsa-demo-1", "Password1", "new_password")]
    [InlineData("Elsa-demo-1", "", "new_password")]
    [InlineData("Elsa-demo-1", "Elsa-demo-1", "new_password")]
    [InlineData("", "hatt och väst", "current_password")]
    public async Task A_wrong_or_weak_password_is_refused(string current, string wanted, string field)
    {
        await using var server = await TestServer.StartAsync();
        using var session = await server.SignInAsync("elsa");
        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await Client(session).ChangeMyPasswordAsync(new() { CurrentPassword = current, NewPassword = wanted }));
        Assert.Equal(field, Assert.Single(error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field).Distinct()));
        using var again = server.OpenPages();
        using var signedIn = await again.SignInAsync("elsa", "Elsa-demo-1");
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Fact]
    public async Task Contact_details_and_a_new_password_are_saved_together_and_every_other_session_ends()
    {
        await using var server = await TestServer.StartAsync();
        using var here = await server.SignInAsync("elsa");
        using var elsewhere = await server.SignInAsync("elsa");
        ContactDetails details = new() { Name = "Elsa Österberg-Ny", Email = "elsa@example.org" };
        await Client(here).UpdateMyContactDetailsAsync(
            new() { ContactDetails = details, CurrentPassword = "Elsa-demo-1", NewPassword = "hatt och väst" });

        Assert.Equal(details, (await Client(here).GetMyAccountAsync(new())).Account.ContactDetails);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await Client(elsewhere).GetMyAccountAsync(new()));
        Assert.Equal("TOKEN_EXPIRED", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        using var again = server.OpenPages();
        using var signedIn = await again.SignInAsync("elsa", "hatt och väst");
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Fact]
    public async Task A_session_that_a_new_password_has_ended_but_that_was_not_noticed_yet_changes_nothing_and_is_not_renewed()
    {
        await using var server = await TestServer.StartAsync(new() { Settings = { ["Accounts:SessionCheckSeconds"] = "3600" } });
        using var session = await server.SignInAsync("elsa");
        await Client(session).GetMyAccountAsync(new());
        await using (var scope = server.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            var elsa = (await people.FindByNameAsync("elsa"))!;
            Assert.True((await people.ChangePasswordAsync(elsa, "Elsa-demo-1", "hatt och väst")).Succeeded);
        }
        var before = session.Cookies["workorders.session"]!.Value;
        var error = await Assert.ThrowsAsync<RpcException>(async () => await Client(session).UpdateMyContactDetailsAsync(
            new() { ContactDetails = new() { Name = "Någon annan", Email = "annan@example.org" } }));
        Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
        Assert.Equal(before, session.Cookies["workorders.session"]!.Value);
    }

    [Fact]
    public async Task An_empty_new_password_keeps_the_old_one_and_every_session()
    {
        await using var server = await TestServer.StartAsync();
        using var here = await server.SignInAsync("elsa");
        using var elsewhere = await server.SignInAsync("elsa");
        await Client(here).UpdateMyContactDetailsAsync(
            new() { ContactDetails = new() { Name = "Elsa Österberg-Ny", Email = "elsa@example.org" }, CurrentPassword = "of no account" });
        Assert.Equal("Elsa Österberg-Ny", (await Client(elsewhere).GetMyAccountAsync(new())).Account.DisplayName);
        using var again = server.OpenPages();
        using var signedIn = await again.SignInAsync("elsa", "Elsa-demo-1");
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Fact]
    public async Task The_landlord_sees_the_contractors_in_the_alphabets_order()
    {
        await using var server = await TestServer.StartAsync();
        var contractors = (await new AccountServiceClient(server.As("elsa")).ListContractorsAsync(new())).Contractors;
        Assert.Equal(
            ["Enskede Måleri AB", "Farsta Vitvaror AB", "Gubbängens Snickeri AB",
                "Söderorts Rörjour AB", "Tallkrogens Elservice AB", "Testfirma AB"],
            contractors.Select(c => c.Name));
    }

    [Fact]
    public async Task An_anonymous_page_gets_its_refusal_over_grpc_web()
    {
        await using var server = await TestServer.StartAsync();
        using var session = server.OpenPages();
        var error = await Assert.ThrowsAsync<RpcException>(async () => await Client(session).GetMyAccountAsync(new()));
        Assert.Equal(
            (StatusCode.Unauthenticated, "TOKEN_MISSING"), (error.StatusCode, error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));
    }

    private static AccountServiceClient Client(PageSession session) => new(session.Calls());
}
