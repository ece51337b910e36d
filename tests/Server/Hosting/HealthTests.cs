using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task A_load_balancer_learns_that_the_server_is_ready_without_signing_in()
    {
        await using var server = await TestServer.StartAsync();
        using var pages = server.OpenPages();
        foreach (var path in new[] { "/healthz", "/readyz" })
        {
            using var answer = await pages.Http.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }
        var grpc = await new Health.HealthClient(server.Anonymous).CheckAsync(new());
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, grpc.Status);
    }

    [Fact]
    public async Task A_server_that_goes_down_lets_watchers_go_and_refuses_new_calls()
    {
        await using var server = await TestServer.StartAsync();
        var feed = new WorkOrderFeedService.WorkOrderFeedServiceClient(server.As("testfirma"));
        using var watch = feed.WatchWorkOrders(new() { FromNow = new() });
        Assert.True(await watch.ResponseStream.MoveNext(default));

        var stopping = server.StopAsync();
        WatchWorkOrdersResponse.FrameOneofCase last = default;
        var end = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await watch.ResponseStream.MoveNext(default))
                last = watch.ResponseStream.Current.FrameCase;
        });
        Assert.Equal((WatchWorkOrdersResponse.FrameOneofCase.Closing, StatusCode.Unavailable), (last, end.StatusCode));
        var error = await Assert.ThrowsAsync<RpcException>(async () => await feed.GetFeedStatusAsync(new()));
        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        await stopping;
        await server.StartAgainAsync();
        // somebody new: who was refused a moment ago stays away for a moment
        var other = new WorkOrderFeedService.WorkOrderFeedServiceClient(server.As("elsa"));
        Assert.NotEmpty((await other.GetFeedStatusAsync(new())).LogId);
    }
}
