
namespace WorkOrders.Server.Feed;

internal static class FeedSetup
{
    public static void AddFeed(this WebApplicationBuilder builder)
    {
        builder.AddSettings<FeedSettings>("Feed");
        builder.Services.AddSingleton<Ring>();
        builder.Services.AddSingleton<LogPages>();
        builder.Services.AddSingleton<InitialState>();
        builder.Services.AddSingleton<Watcher>();
        builder.Services.AddSingleton<WatchRequests>();
        builder.Services.AddSingleton<FeedPages>();
        builder.Services.AddSingleton<FrameStream>();
        builder.Services.AddHostedService<RingOpening>();
    }

    /// <summary>After the store, whose services are added before, has opened the log, and before anything is served.</summary>
    private sealed class RingOpening(Ring ring) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            ring.Open();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
