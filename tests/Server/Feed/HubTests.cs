using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using WorkOrders.Server.Endpoints;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using Kind = WorkOrders.V1.WatchWorkOrdersResponse.FrameOneofCase;

namespace WorkOrders.Server.Tests.Feed;

/// <summary>The feed for browsers.</summary>
public sealed class HubTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task The_hub_gives_the_frames_of_gRPC()
    {
        await scene.CompletedAsync();
        var head = (await scene.OrderedAsync()).Number;
        var request = new WatchWorkOrdersRequest { After = new(), View = FeedView.Wall };
        using var grpc = Following.Start(scene.Server.As("dispatch"), request);
        await grpc.UntilAsync(Kind.CaughtUp);

        await using var hub = await ConnectAsync("dispatch");
        var frames = await UntilCaughtUpAsync(hub, request);

        Assert.Equal(grpc.Items, frames.Where(f => f.Events is not null).SelectMany(f => f.Events.Items));
        Assert.Equal(grpc.Seen.Select(f => f.FrameCase), frames.Select(f => f.FrameCase));
        Assert.Contains(grpc.Items, i => i.NumberOf() == head);
    }

    [Fact]
    public async Task A_wall_board_sees_the_walls_view_whatever_it_asks_for()
    {
        await using var hub = await ConnectAsync("wall");
        var frames = await UntilCaughtUpAsync(hub, new() { FromNow = new(), View = FeedView.Full });
        Assert.Equal(FeedView.Wall, frames[0].Started.View);
    }

    [Fact]
    public async Task A_contractor_sees_its_own_orders_alone()
    {
        var rivals = (await scene.Elsa.RegisterWorkOrderAsync(Scene.GuideOrder(Scene.RivalId))).WorkOrder.Number;
        var own = (await scene.OrderedAsync()).Number;
        await using var hub = await ConnectAsync("1999/99999");
        var frames = await UntilCaughtUpAsync(hub, new() { InitialState = new() });
        var numbers = frames.Where(f => f.Events is not null).SelectMany(f => f.Events.Items).Select(i => i.NumberOf()).ToList();
        Assert.Contains(own, numbers);
        Assert.DoesNotContain(rivals, numbers);
    }

    [Theory]
    [InlineData("""{"after":{"logId":"another","revision":"1"}}""", "FEED_LOG_CHANGED")]
    [InlineData("""{}""", "FIELD_VIOLATION")]
    [InlineData("""{"after":7}""", "FIELD_VIOLATION")]
    public async Task A_refusal_tells_its_reason_and_the_whole_status(string request, string reason)
    {
        await using var hub = await ConnectAsync("dispatch");
        var refusal = await Assert.ThrowsAsync<HubException>(async () =>
        {
            await foreach (var _ in hub.StreamAsync<JsonElement>("WatchWorkOrders", JsonDocument.Parse(request).RootElement)) { }
        });
        var form = Regex.Match(refusal.Message, @"\[(?<reason>[A-Z_]+)\] (?<status>\{.*\})$");
        Assert.Equal(reason, form.Groups["reason"].Value);
        var details = JsonDocument.Parse(form.Groups["status"].Value).RootElement.GetProperty("details").EnumerateArray().ToList();
        Assert.Contains(details, d => d.TryGetProperty("locale", out var locale) && locale.GetString() == "sv-SE");
    }

    [Fact]
    public async Task Nobody_who_has_not_signed_in_gets_in()
    {
        await using var hub = Connection(new CookieContainer());
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => hub.StartAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, refusal.StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_origin_gets_no_socket()
    {
        using var session = await scene.Server.SignInAsync("dispatch");
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.Cookies = CookiesOf(session);
        socket.Options.SetRequestHeader("Origin", "https://elsewhere.example");
        var address = new UriBuilder(scene.Server.Http) { Scheme = "ws", Path = "/hubs/workorders" }.Uri;

        var refusal = await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => socket.ConnectAsync(address, CancellationToken.None));
        Assert.Contains("403", refusal.Message);
    }

    [Fact]
    public async Task A_stream_that_its_client_ends_gives_its_place_free()
    {
        await using var hub = await ConnectAsync("elsa");
        for (var i = 0; i < 20; i++)
        {
            await UntilCaughtUpAsync(hub, new() { FromNow = new() });
            await UntilNoStreamIsOpenAsync("demo-elsa");
        }
    }

    private async Task UntilNoStreamIsOpenAsync(string account)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (scene.Server.Services.GetRequiredService<StreamLimit>().Open(account) > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task<HubConnection> ConnectAsync(string person)
    {
        using var session = await scene.Server.SignInAsync(person);
        var hub = Connection(CookiesOf(session));
        await hub.StartAsync();
        return hub;
    }

    private HubConnection Connection(CookieContainer cookies) => new HubConnectionBuilder()
        .WithUrl(new Uri(scene.Server.Http, "hubs/workorders"), HttpTransportType.WebSockets, options => options.Cookies = cookies)
        .Build();

    private CookieContainer CookiesOf(Testing.PageSession session)
    {
        var cookies = new CookieContainer();
        cookies.Add(scene.Server.Http, session.Cookies);
        return cookies;
    }

    private static async Task<List<WatchWorkOrdersResponse>> UntilCaughtUpAsync(HubConnection hub, WatchWorkOrdersRequest request)
    {
        List<WatchWorkOrdersResponse> frames = [];
        using var wish = JsonDocument.Parse(JsonFormatter.Default.Format(request));
        // only its token tells the server that a client has had enough
        using var enough = new CancellationTokenSource();
        await foreach (var frame in hub.StreamAsync<JsonElement>("WatchWorkOrders", wish.RootElement, enough.Token))
        {
            frames.Add(JsonParser.Default.Parse<WatchWorkOrdersResponse>(frame.GetRawText()));
            if (frames[^1].FrameCase is Kind.CaughtUp) break;
        }
        await enough.CancelAsync();
        return frames;
    }
}
