using System.Net;
using System.Reflection;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Accounts.Pairing;

/// <summary>What a paired screen's session is: long, for reading alone, and over the moment somebody says so.</summary>
public sealed class BoardSessionTests
{
    /// <summary>All that a board may call.</summary>
    private static readonly string[] Open = ["GetMyAccount", "GetWallBoard", "WatchWorkOrders", "ListWorkOrderEvents", "GetFeedStatus"];

    [Fact]
    public async Task It_can_call_what_a_wall_shows_and_nothing_else()
    {
        await using var site = await PairingSite.OpenAsync();
        using var screen = await site.PairAsync("Tavla");
        var rpcs = typeof(ModelReflection).Assembly.GetTypes().Where(t => t.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(t => (FileDescriptor)t.GetProperty("Descriptor", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!)
            .SelectMany(file => file.Services).SelectMany(service => service.Methods).ToList();
        Assert.Equal(Open.Order(), rpcs.Select(r => r.Name).Where(Open.Contains).Order());
        foreach (var rpc in rpcs.Where(r => !Open.Contains(r.Name)))
            Assert.Equal((rpc.Name, "NOT_ALLOWED_FOR_ROLE"), (rpc.Name, await RefusalAsync(screen.Pages.Calls(), rpc)));
        using var orders = await screen.Pages.OpenAsync("/orders");
        Assert.Equal((HttpStatusCode.Redirect, "/"), (orders.StatusCode, orders.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task It_lives_for_years_if_it_is_used_now_and_then_and_for_ninety_days_if_not()
    {
        await using var site = await PairingSite.OpenAsync();
        using var screen = await site.PairAsync("Tavla");
        var cookie = screen.Pages.Cookies["workorders.session"]!;
        Assert.True(cookie.HttpOnly);
        Assert.InRange(cookie.Expires.ToUniversalTime(), site.Clock.GetUtcNow().AddDays(89).UtcDateTime, site.Clock.GetUtcNow().AddDays(91).UtcDateTime);

        for (var i = 0; i < 12; i++)
        {
            site.Pass(TimeSpan.FromDays(60));
            Assert.Null(await screen.OpenWallAsync());
        }
        site.Pass(TimeSpan.FromDays(91));
        Assert.Equal("/pair?returnUrl=%2Fwall", await screen.OpenWallAsync());
    }

    [Fact]
    public async Task When_it_is_revoked_its_stream_ends_and_no_other_does()
    {
        await using var site = await PairingSite.OpenAsync();
        using var gone = await site.PairAsync("Bort");
        using var stays = await site.PairAsync("Kvar");
        await using var cut = await ConnectAsync(site, gone);
        await using var other = await ConnectAsync(site, stays);
        var cutFrames = Follow(cut);
        var otherFrames = Follow(other);
        Assert.True(await cutFrames.MoveNextAsync() && await otherFrames.MoveNextAsync());
        Assert.True((await site.BoardAsync("Bort")).Connected);

        await site.Dispatcher.RevokeBoardAsync(new() { BoardId = (await site.BoardAsync("Bort")).BoardId });

        var end = await Assert.ThrowsAsync<HubException>(async () => { while (await cutFrames.MoveNextAsync()) { } });
        Assert.Contains("TOKEN_EXPIRED", end.Message, StringComparison.Ordinal);
        Assert.Equal("/pair?returnUrl=%2Fwall", await gone.OpenWallAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => ConnectAsync(site, gone));
        Assert.Equal(["Kvar"], (await site.Dispatcher.ListBoardsAsync(new())).Boards.Select(b => b.Name));

        // the other one still hears what happens
        await new WorkOrderService.WorkOrderServiceClient(site.Server.As("elsa")).RegisterWorkOrderAsync(Scene.GuideOrder(Scene.FirmId));
        while (otherFrames.Current.Events is null)
            Assert.True(await otherFrames.MoveNextAsync());
        Assert.Null(await stays.OpenWallAsync());
    }

    [Fact]
    public async Task A_revoked_screen_says_that_it_must_be_paired_again_and_can_be()
    {
        await using var site = await PairingSite.OpenAsync();
        using var screen = await site.PairAsync("Tavla");
        await site.Dispatcher.RevokeBoardAsync(new() { BoardId = (await site.BoardAsync("Tavla")).BoardId });
        using var page = await screen.Pages.OpenAsync((await screen.OpenWallAsync())!);
        Assert.Contains("Skärmen är inte längre parkopplad", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()));

        await screen.AskAsync();
        await site.Dispatcher.ApprovePairingAsync(new() { UserCode = screen.Code, Name = "Tavla" });
        Assert.Null(await screen.PollAsync());
        Assert.Null(await screen.OpenWallAsync());
        using var again = await screen.Pages.OpenAsync("/pair?returnUrl=/wall?scale=150");
        Assert.EndsWith("/wall?scale=150", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_leads_to_the_wall_alone()
    {
        await using var site = await PairingSite.OpenAsync();
        using var screen = new Screen(site.Server);
        foreach (var (wanted, to) in new[]
        {
            ("https://evil.example/", "/wall"), ("//evil.example/", "/wall"), ("/orders", "/wall"), ("/wallet", "/wall"),
            ("/wall?layout=district", "/wall?layout=district"),
        })
        {
            using var page = await screen.Pages.OpenAsync($"/pair?returnUrl={Uri.EscapeDataString(wanted)}");
            Assert.Contains($"data-go-to=\"{to}\"", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task Who_is_not_there_cannot_be_revoked_and_people_least_of_all()
    {
        await using var site = await PairingSite.OpenAsync();
        (await Refusal.OfAsync(site.Dispatcher.RevokeBoardAsync(new() { BoardId = "demo-elsa" }))).Is(StatusCode.NotFound, "BOARD_NOT_FOUND");
        (await Refusal.OfAsync(site.Dispatcher.RevokeBoardAsync(new()))).Is(StatusCode.InvalidArgument, "FIELD_VIOLATION");
        using var elsa = await site.Server.SignInAsync("elsa");
    }

    [Fact]
    public async Task When_it_was_seen_last_is_known_after_a_restart_too()
    {
        await using var site = await PairingSite.OpenAsync();
        using var screen = await site.PairAsync("Tavla");
        site.Pass(TimeSpan.FromDays(3));
        Assert.Null(await screen.OpenWallAsync());
        var seen = site.Clock.GetUtcNow();
        site.Pass(TimeSpan.FromHours(1));
        await site.Server.RestartAsync();
        Assert.Equal(seen, (await site.BoardAsync("Tavla")).LastSeenAt.ToDateTimeOffset());
    }

    // as a stream: that is how one calls either kind
    private static async Task<string> RefusalAsync(CallInvoker calls, MethodDescriptor rpc)
    {
        var bytes = Marshallers.Create(b => b, (byte[] b) => b);
        using var call = calls.AsyncServerStreamingCall(
            new Method<byte[], byte[]>(MethodType.ServerStreaming, rpc.Service.FullName, rpc.Name, bytes, bytes), null, new(), []);
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(default));
        return error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason;
    }

    private static async Task<HubConnection> ConnectAsync(PairingSite site, Screen screen)
    {
        var cookies = new CookieContainer();
        cookies.Add(site.Server.Http, screen.Pages.Cookies);
        var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(site.Server.Http, "hubs/workorders"), HttpTransportType.WebSockets, options => options.Cookies = cookies)
            .Build();
        await hub.StartAsync();
        return hub;
    }

    private static async IAsyncEnumerator<WatchWorkOrdersResponse> Follow(HubConnection hub)
    {
        using var wish = JsonDocument.Parse(JsonFormatter.Default.Format(new WatchWorkOrdersRequest { FromNow = new(), View = FeedView.Wall }));
        await foreach (var frame in hub.StreamAsync<JsonElement>("WatchWorkOrders", wish.RootElement))
            yield return JsonParser.Default.Parse<WatchWorkOrdersResponse>(frame.GetRawText());
    }
}
