using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace WorkOrders.Server.Hosting;

/// <summary>Says where the server listens as soon as it does: with port 0, nobody knows before.</summary>
internal sealed partial class ReadyLine(IServer server, IHostApplicationLifetime lifetime, ILogger<ReadyLine> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
            LogReady(addresses[0], addresses[1]);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Ready: {Http} (pages, hub, gRPC-Web), gRPC {Grpc}")]
    private partial void LogReady(string http, string grpc);
}
