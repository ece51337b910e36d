using System.Net;
using System.Text;
using Grpc.Core;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;
using WorkOrders.V1;
using static WorkOrders.V1.AccountService;
using static WorkOrders.V1.DispatchService;

namespace WorkOrders.Server.Tests.Accounts;

/// <summary>A dispatcher adds contractors and their people, keeps them out, and lets them in again.</summary>
public sealed class ContractorAccountTests
{
    private const string Newcomer = "2026/10077";
    private const string Own = "hatt och väst";

    [Fact]
    public async Task A_new_contractor_signs_in_with_its_first_password_and_gets_orders()
    {
        await using var scene = await Scene.StartAsync();
        var created = await Desk(scene).CreateContractorAsync(New());
        Assert.Equal((Newcomer, "Nya Rör AB", false), (created.Contractor.Contractor.Id, created.Contractor.Contractor.Name, created.Contractor.Disabled));
        var person = Assert.Single(created.Contractor.People);
        Assert.Equal((Newcomer, "Rut Rör", "rut@example.com"), (person.UserName, person.DisplayName, person.Email));
        Assert.NotNull(person.FirstPasswordUntil);

        using var session = await FinishAsync(scene.Server, Newcomer, created.FirstPassword);
        var order = (await scene.Elsa.RegisterWorkOrderAsync(Scene.GuideOrder(Newcomer))).WorkOrder;
        var list = await new WorkOrderService.WorkOrderServiceClient(session.Calls()).ListWorkOrdersAsync(new());
        Assert.Equal(order.Number, Assert.Single(list.WorkOrders).Number);
        var listed = await ListedAsync(scene, Newcomer);
        Assert.Equal(1, listed.OpenOrders);
        Assert.Null(Assert.Single(listed.People).FirstPasswordUntil);
    }

    [Fact]
    public async Task A_repetition_creates_nothing_and_shows_the_same_password_again()
    {
        await using var scene = await Scene.StartAsync();
        var request = New();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Desk(scene).CreateContractorAsync(request).ResponseAsync));
        Assert.Single(answers.Select(a => a.FirstPassword).Distinct());
        Assert.Single((await ListedAsync(scene, Newcomer)).People);

        // after a restart nobody knows it any more
        await scene.Server.RestartAsync();
        var late = await Desk(scene).CreateContractorAsync(request);
        Assert.Equal(("", Newcomer), (late.FirstPassword, late.Contractor.Contractor.Id));

        var other = request.Clone();
        other.Name = "En annan";
        (await Refusal.OfAsync(Desk(scene).CreateContractorAsync(other))).Is(StatusCode.AlreadyExists, "REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task A_password_or_a_secret_is_in_no_file_and_in_no_log()
    {
        await using var scene = await Scene.StartAsync();
        var password = (await Desk(scene).CreateContractorAsync(New())).FirstPassword;
        var secret = (await Desk(scene).CreateMachineClientAsync(new() { RequestId = Scene.NewId(), ContractorId = Newcomer, Name = "Rörsystem" })).Secret;
        await scene.Server.StopAsync();
        var bytes = Directory.EnumerateFiles(scene.Server.Folder, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes).ToList();
        foreach (var shown in new[] { password, secret })
        {
            Assert.DoesNotContain(bytes, b => b.AsSpan().IndexOf(Encoding.UTF8.GetBytes(shown)) >= 0);
            Assert.DoesNotContain(scene.Server.Log.Lines, line => line.Contains(shown, StringComparison.Ordinal));
        }
        Assert.DoesNotContain(scene.Server.Log.Lines, line => line.Contains("rut@example.com", StringComparison.Ordinal));
        await scene.Server.StartAgainAsync();
    }

    [Theory]
    [InlineData("199/1", "", "", "rut")]
    [InlineData("", "\u202e", "Rut", "rut@")]
    public async Task All_that_is_wrong_is_told_at_once(string id, string name, string person, string email)
    {
        await using var scene = await Scene.StartAsync();
        var refusal = await Refusal.OfAsync(Desk(scene).CreateContractorAsync(
            new() { RequestId = "x", ContractorId = id, Name = name, PersonName = person, Email = email }));
        refusal.Is(StatusCode.InvalidArgument, "FIELD_VIOLATION");
        Assert.Subset(refusal.Fields.ToHashSet(), new HashSet<string> { "contractor_id", "name", "email", "request_id" });
    }

    [Fact]
    public async Task A_number_and_a_user_name_are_given_once()
    {
        await using var scene = await Scene.StartAsync();
        var taken = New();
        taken.ContractorId = Scene.FirmId;
        (await Refusal.OfAsync(Desk(scene).CreateContractorAsync(taken))).Is(StatusCode.AlreadyExists, "CONTRACTOR_EXISTS");

        var anna = await Desk(scene).CreatePersonAsync(Anna());
        Assert.Equal("1999/99999-anna", anna.Person.UserName);
        (await Refusal.OfAsync(Desk(scene).CreatePersonAsync(Anna()))).Is(StatusCode.AlreadyExists, "USER_NAME_TAKEN");
        Assert.Equal(2, (await ListedAsync(scene, Scene.FirmId)).People.Count);
    }

    [Fact]
    public async Task A_new_first_password_voids_the_old_one_and_ends_the_session()
    {
        await using var scene = await Scene.StartAsync();
        var anna = await Desk(scene).CreatePersonAsync(Anna());
        using var session = await FinishAsync(scene.Server, anna.Person.UserName, anna.FirstPassword);

        var reset = await Desk(scene).ResetFirstPasswordAsync(new() { RequestId = Scene.NewId(), AccountId = anna.Person.AccountId });

        Assert.NotNull(reset.Person.FirstPasswordUntil);
        Assert.NotEqual(anna.FirstPassword, reset.FirstPassword);
        await EndedAsync(session);
        Assert.False(await SignsInAsync(scene.Server, anna.Person.UserName, Own));
        (await FinishAsync(scene.Server, anna.Person.UserName, reset.FirstPassword)).Dispose();
    }

    [Fact]
    public async Task A_disabled_contractor_gets_in_nowhere_and_its_orders_stay_and_can_be_reassigned()
    {
        await using var scene = await Scene.StartAsync();
        var order = await scene.AcceptedAsync();
        using var session = await scene.Server.SignInAsync(Scene.FirmId);
        var disabled = await Desk(scene).DisableContractorAsync(new() { RequestId = Scene.NewId(), ContractorId = Scene.FirmId });
        Assert.True(disabled.Contractor.Disabled);

        await EndedAsync(session);
        Assert.False(await SignsInAsync(scene.Server, Scene.FirmId, "Testfirma-demo-1"));
        (await Refusal.OfAsync(scene.Firm.ListWorkOrdersAsync(new()))).Is(StatusCode.Unauthenticated, "TOKEN_INVALID");
        using (var token = await scene.Server.Callers.Tokens.RequestAsync("testfirma", "testfirma-demo-secret"))
            Assert.False(token.IsSuccessStatusCode);
        (await Refusal.OfAsync(scene.Elsa.RegisterWorkOrderAsync(Scene.GuideOrder()))).Is(StatusCode.NotFound, "CONTRACTOR_NOT_FOUND");

        Assert.Equal(WorkOrderStatus.Accepted, (await scene.Dispatch.GetWorkOrderAsync(new() { Number = order.Number })).WorkOrder.Status);
        var moved = await scene.Dispatch.ReassignWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = order.Number, ContractorId = Scene.RivalId, Reason = "Har slutat" });
        Assert.Equal(Scene.RivalId, moved.WorkOrder.Contractor.Id);
    }

    [Fact]
    public async Task What_was_begun_before_does_not_come_back_with_the_contractor()
    {
        await using var scene = await Scene.StartAsync();
        using var session = await scene.Server.SignInAsync(Scene.FirmId);
        var token = await scene.Server.Callers.Tokens.OfAsync("testfirma");
        await Desk(scene).DisableContractorAsync(new() { RequestId = Scene.NewId(), ContractorId = Scene.FirmId });
        var enabled = await Desk(scene).EnableContractorAsync(new() { RequestId = Scene.NewId(), ContractorId = Scene.FirmId });
        Assert.False(enabled.Contractor.Disabled);

        await EndedAsync(session);
        var old = new AccountServiceClient(scene.Server.Callers.WithToken(token));
        (await Refusal.OfAsync(old.GetMyAccountAsync(new()))).Is(StatusCode.Unauthenticated, "TOKEN_INVALID");
        Assert.True(await SignsInAsync(scene.Server, Scene.FirmId, "Testfirma-demo-1"));
        using var fresh = await scene.Server.Callers.Tokens.RequestAsync("testfirma", "testfirma-demo-secret");
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
    }

    [Fact]
    public async Task One_person_is_kept_out_and_the_others_go_on()
    {
        await using var scene = await Scene.StartAsync();
        var anna = await Desk(scene).CreatePersonAsync(Anna());
        using var hers = await FinishAsync(scene.Server, anna.Person.UserName, anna.FirstPassword);
        using var others = await scene.Server.SignInAsync(Scene.FirmId);

        Assert.True((await Desk(scene).DisablePersonAsync(new() { RequestId = Scene.NewId(), AccountId = anna.Person.AccountId })).Person.Disabled);
        await EndedAsync(hers);
        await new AccountServiceClient(others.Calls()).GetMyAccountAsync(new());
        Assert.False(await SignsInAsync(scene.Server, anna.Person.UserName, Own));

        Assert.False((await Desk(scene).EnablePersonAsync(new() { RequestId = Scene.NewId(), AccountId = anna.Person.AccountId })).Person.Disabled);
        Assert.True(await SignsInAsync(scene.Server, anna.Person.UserName, Own));
    }

    [Fact]
    public async Task The_landlords_own_people_are_not_the_desks_to_change()
    {
        await using var scene = await Scene.StartAsync();
        var desk = Desk(scene);
        (await Refusal.OfAsync(desk.DisablePersonAsync(new() { RequestId = Scene.NewId(), AccountId = "demo-elsa" }))).Is(StatusCode.NotFound, "ACCOUNT_NOT_FOUND");
        (await Refusal.OfAsync(desk.RevokeMachineClientAsync(new() { RequestId = Scene.NewId(), ClientId = "elsa" }))).Is(StatusCode.NotFound, "ACCOUNT_NOT_FOUND");
        (await Refusal.OfAsync(desk.DisableContractorAsync(new() { RequestId = Scene.NewId(), ContractorId = "2001/1" }))).Is(StatusCode.NotFound, "CONTRACTOR_NOT_FOUND");
        await scene.Elsa.ListWorkOrdersAsync(new());
    }

    [Theory]
    [InlineData("testfirma")]
    [InlineData("elsa")]
    public async Task Nobody_but_dispatchers_is_let_in(string caller)
    {
        await using var scene = await Scene.StartAsync();
        var desk = new DispatchServiceClient(scene.Server.As(caller));
        (await Refusal.OfAsync(desk.ListContractorAccountsAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
        (await Refusal.OfAsync(desk.CreateContractorAsync(New()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
        (await Refusal.OfAsync(desk.ReassignWorkOrdersAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
        (await Refusal.OfAsync(desk.ListPhraseCatalogueAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
    }

    private static DispatchServiceClient Desk(Scene scene) => new(scene.Server.As("dispatch"));

    private static CreateContractorRequest New() => new()
    {
        RequestId = Scene.NewId(), ContractorId = Newcomer, Name = "Nya Rör AB", PersonName = "Rut Rör", Email = "rut@example.com",
    };

    private static CreatePersonRequest Anna() => new()
    {
        RequestId = Scene.NewId(), ContractorId = Scene.FirmId, UserNameSuffix = "anna", Name = "Anna Andersson", Email = "anna@example.com",
    };

    private static async Task<ContractorAccount> ListedAsync(Scene scene, string id) =>
        (await Desk(scene).ListContractorAccountsAsync(new())).Contractors.Single(c => c.Contractor.Id == id);

    private static async Task<PageSession> FinishAsync(TestServer server, string userName, string firstPassword)
    {
        var session = server.OpenPages();
        using var answer = await session.SignInAsync(userName, firstPassword);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await new AccountServiceClient(session.Calls()).UpdateMyContactDetailsAsync(new()
        {
            ContactDetails = new() { Name = "Rut Rör", Email = "rut@example.com" }, CurrentPassword = firstPassword, NewPassword = Own,
        });
        return session;
    }

    private static async Task<bool> SignsInAsync(TestServer server, string userName, string password)
    {
        using var session = server.OpenPages();
        using var answer = await session.SignInAsync(userName, password);
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    private static async Task EndedAsync(PageSession session) =>
        (await Refusal.OfAsync(new AccountServiceClient(session.Calls()).GetMyAccountAsync(new()))).Is(StatusCode.Unauthenticated, "TOKEN_EXPIRED");
}
