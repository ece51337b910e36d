using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Hosting;

/// <summary>Whether to send calls here: the log is open, and nobody has asked the server to stop.</summary>
internal sealed class Readiness(CommittedLog log, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("stopping")
            : log.LogId.Length == 0 ? HealthCheckResult.Unhealthy("starting")
            : HealthCheckResult.Healthy());
}
