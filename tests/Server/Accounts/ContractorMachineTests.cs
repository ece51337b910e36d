using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.V1.AccountService;
using static WorkOrders.V1.DispatchService;

namespace WorkOrders.Server.Tests.Accounts;

/// <summary>Machine clients of contractors: a secret that is shown once, and changed without standing still.</summary>
public sealed class ContractorMachineTests
{
    [Fact]
    public async Task A_new_client_works_for_its_contractor()
    {
        await using var scene = await Scene.StartAsync();
        var created = await CreateAsync(scene);
        Assert.StartsWith("1999-99999-", created.Client.ClientId, StringComparison.Ordinal);
        var me = (await As(scene, await TokenAsync(scene, created.Client.ClientId, created.Secret)).GetMyAccountAsync(new())).Account;
        Assert.Equal((created.Client.ClientId, Scene.FirmId, "Rörsystemet", true), (me.AccountId, me.Contractor.Id, me.DisplayName, me.IsMachine));
    }

    [Fact]
    public async Task The_old_secret_is_good_for_a_day_beside_the_new_one_and_tokens_go_on()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var scene = await Scene.StartAsync(new() { Clock = clock });
        var created = await CreateAsync(scene);
        var id = created.Client.ClientId;
        var token = await TokenAsync(scene, id, created.Secret);
        var rotated = await Desk(scene).RotateMachineClientSecretAsync(new() { RequestId = Scene.NewId(), ClientId = id });

        Assert.NotEqual(created.Secret, rotated.Secret);
        Assert.Equal(clock.GetUtcNow().AddHours(24), rotated.Client.OldSecretUntil.ToDateTimeOffset());
        await As(scene, token).GetMyAccountAsync(new());
        await TokenAsync(scene, id, created.Secret);
        await TokenAsync(scene, id, rotated.Secret);

        clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(scene, id, created.Secret));
        await TokenAsync(scene, id, rotated.Secret);
    }

    [Fact]
    public async Task A_second_change_leaves_only_the_last_two()
    {
        await using var scene = await Scene.StartAsync();
        var created = await CreateAsync(scene);
        var id = created.Client.ClientId;
        var second = (await Desk(scene).RotateMachineClientSecretAsync(new() { RequestId = Scene.NewId(), ClientId = id })).Secret;
        var third = (await Desk(scene).RotateMachineClientSecretAsync(new() { RequestId = Scene.NewId(), ClientId = id })).Secret;
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(scene, id, created.Secret));
        await TokenAsync(scene, id, second);
        await TokenAsync(scene, id, third);
    }

    [Fact]
    public async Task A_secret_in_the_wrong_hands_ends_at_once_with_all_that_came_of_it()
    {
        await using var scene = await Scene.StartAsync();
        var created = await CreateAsync(scene);
        var id = created.Client.ClientId;
        var token = await TokenAsync(scene, id, created.Secret);
        var rotated = await Desk(scene).RotateMachineClientSecretAsync(new() { RequestId = Scene.NewId(), ClientId = id, EndOldNow = true });

        Assert.Null(rotated.Client.OldSecretUntil);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(scene, id, created.Secret));
        (await Refusal.OfAsync(As(scene, token).GetMyAccountAsync(new()))).Is(StatusCode.Unauthenticated, "TOKEN_INVALID");
        await As(scene, await TokenAsync(scene, id, rotated.Secret)).GetMyAccountAsync(new());
    }

    [Fact]
    public async Task A_repetition_rotates_once()
    {
        await using var scene = await Scene.StartAsync();
        var id = (await CreateAsync(scene)).Client.ClientId;
        var request = new RotateMachineClientSecretRequest { RequestId = Scene.NewId(), ClientId = id };
        var first = (await Desk(scene).RotateMachineClientSecretAsync(request)).Secret;
        Assert.Equal(first, (await Desk(scene).RotateMachineClientSecretAsync(request)).Secret);
        await TokenAsync(scene, id, first);
    }

    [Fact]
    public async Task A_revoked_client_is_gone()
    {
        await using var scene = await Scene.StartAsync();
        var created = await CreateAsync(scene);
        var token = await TokenAsync(scene, created.Client.ClientId, created.Secret);
        await Desk(scene).RevokeMachineClientAsync(new() { RequestId = Scene.NewId(), ClientId = created.Client.ClientId });
        (await Refusal.OfAsync(As(scene, token).GetMyAccountAsync(new()))).Is(StatusCode.Unauthenticated, "TOKEN_INVALID");
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(scene, created.Client.ClientId, created.Secret));
        var firm = (await Desk(scene).ListContractorAccountsAsync(new())).Contractors.Single(c => c.Contractor.Id == Scene.FirmId);
        Assert.DoesNotContain(firm.MachineClients, m => m.ClientId == created.Client.ClientId);
    }

    private static DispatchServiceClient Desk(Scene scene) => new(scene.Server.As("dispatch"));

    private static AccountServiceClient As(Scene scene, string token) => new(scene.Server.Callers.WithToken(token));

    private static async Task<CreateMachineClientResponse> CreateAsync(Scene scene) =>
        await Desk(scene).CreateMachineClientAsync(new() { RequestId = Scene.NewId(), ContractorId = Scene.FirmId, Name = "Rörsystemet" });

    private static async Task<HttpStatusCode> AskAsync(Scene scene, string clientId, string secret)
    {
        using var answer = await scene.Server.Callers.Tokens.RequestAsync(clientId, secret);
        return answer.StatusCode;
    }

    private static async Task<string> TokenAsync(Scene scene, string clientId, string secret)
    {
        using var answer = await scene.Server.Callers.Tokens.RequestAsync(clientId, secret);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
