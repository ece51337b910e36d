using System.Net;
using System.Text.Json;
using Grpc.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using WorkOrders.Server.Tests.Feed;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;
using WorkOrders.V1;
using static WorkOrders.V1.DispatchService;
using Kind = WorkOrders.V1.WatchWorkOrdersResponse.FrameOneofCase;

namespace WorkOrders.Server.Tests.Accounts;

/// <summary>A stream ends with what its caller signed in with, however long it would have lasted.</summary>
public sealed class OpenStreamTests
{
    [Fact]
    public async Task A_disabled_contractors_streams_end_and_others_go_on()
    {
        await using var scene = await Scene.StartAsync();
        using var machine = await OpenAsync(scene.Server.As("testfirma"));
        using var session = await scene.Server.SignInAsync(Scene.FirmId);
        using var person = await OpenAsync(session.Calls());
        using var rival = await OpenAsync(scene.Server.As("rorjouren"));

        await Desk(scene).DisableContractorAsync(new() { RequestId = Scene.NewId(), ContractorId = Scene.FirmId });

        foreach (var feed in new[] { machine, person })
        {
            new Refusal(await feed.RefusalAsync()).Is(StatusCode.Unauthenticated, "TOKEN_EXPIRED");
            Assert.Equal([Kind.Bookmark, Kind.Closing], feed.Seen.TakeLast(2).Select(f => f.FrameCase));
            Assert.Equal(ClosingReason.TokenExpired, feed.Seen[^1].Closing.Reason);
        }
        var head = (await scene.Elsa.RegisterWorkOrderAsync(Scene.GuideOrder(Scene.RivalId))).Revision;
        await rival.UntilRevisionAsync(head);
    }

    [Fact]
    public async Task A_revoked_clients_streams_end()
    {
        await using var scene = await Scene.StartAsync();
        using var feed = await OpenAsync(scene.Server.As("testfirma"));
        await Desk(scene).RevokeMachineClientAsync(new() { RequestId = Scene.NewId(), ClientId = "testfirma" });
        new Refusal(await feed.RefusalAsync()).Is(StatusCode.Unauthenticated, "TOKEN_EXPIRED");
    }

    [Fact]
    public async Task Another_secret_ends_streams_only_if_the_old_one_must_end_at_once()
    {
        await using var scene = await Scene.StartAsync();
        using var feed = await OpenAsync(scene.Server.As("testfirma"));
        await Desk(scene).RotateMachineClientSecretAsync(new() { RequestId = Scene.NewId(), ClientId = "testfirma" });
        await feed.UntilRevisionAsync((await scene.Elsa.RegisterWorkOrderAsync(Scene.GuideOrder())).Revision);

        await Desk(scene).RotateMachineClientSecretAsync(new() { RequestId = Scene.NewId(), ClientId = "testfirma", EndOldNow = true });
        new Refusal(await feed.RefusalAsync()).Is(StatusCode.Unauthenticated, "TOKEN_EXPIRED");
    }

    [Fact]
    public async Task A_changed_password_ends_the_streams_of_every_other_session()
    {
        await using var server = await TestServer.StartAsync();
        using var here = await server.SignInAsync("elsa");
        using var elsewhere = await server.SignInAsync("elsa");
        using var feed = await OpenAsync(elsewhere.Calls());
        await new AccountService.AccountServiceClient(here.Calls()).ChangeMyPasswordAsync(
            new() { CurrentPassword = People.PasswordOf("elsa"), NewPassword = "mössa och vante" });
        new Refusal(await feed.RefusalAsync()).Is(StatusCode.Unauthenticated, "TOKEN_EXPIRED");
        using var again = await OpenAsync(here.Calls());
    }

    [Fact]
    public async Task A_browsers_line_ends_with_a_word_on_its_stream_and_can_open_no_other()
    {
        await using var scene = await Scene.StartAsync();
        using var session = await scene.Server.SignInAsync(Scene.FirmId);
        var cookies = new CookieContainer();
        cookies.Add(session.Cookies);
        await using var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(scene.Server.Http, "hubs/workorders"), options => options.Cookies = cookies).Build();
        var closed = new TaskCompletionSource();
        hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await hub.StartAsync();
        var frames = await hub.StreamAsChannelAsync<JsonElement>("WatchWorkOrders", JsonDocument.Parse("{\"fromNow\":{}}").RootElement);
        Assert.True(await frames.WaitToReadAsync());

        await Desk(scene).DisableContractorAsync(new() { RequestId = Scene.NewId(), ContractorId = Scene.FirmId });

        var ended = await Assert.ThrowsAsync<HubException>(async () =>
        {
            await foreach (var _ in frames.ReadAllAsync()) { }
        });
        Assert.Contains("[TOKEN_EXPIRED]", ended.Message, StringComparison.Ordinal);
        await closed.Task;
        await Assert.ThrowsAsync<HttpRequestException>(() => hub.StartAsync());
    }

    private static DispatchServiceClient Desk(Scene scene) => new(scene.Server.As("dispatch"));

    private static async Task<Following> OpenAsync(CallInvoker caller)
    {
        var feed = Following.Start(caller, new() { FromNow = new() });
        await feed.UntilAsync(Kind.CaughtUp);
        return feed;
    }
}
