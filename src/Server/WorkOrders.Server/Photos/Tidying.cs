using System.Data.Common;

namespace WorkOrders.Server.Photos;

/// <summary>Removes photos that no note has taken for long, and at the start what a crash has left of uploads. In small steps.</summary>
internal sealed partial class Tidying(
    Uploads uploads, PhotoFiles files, Hands hands, PhotoSettings settings, TimeProvider clock, ILogger<Tidying> logger) : BackgroundService
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // others' start must not wait for it
            await Task.Yield();
            Try(RemoveLeftovers);
            using var timer = new PeriodicTimer(Pause, clock);
            do Try(RemoveUnused);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // that was all
        }
    }

    /// <summary>Uploads that have been developed already, or that no row knows.</summary>
    private void RemoveLeftovers()
    {
        foreach (var id in files.Uploads())
        {
            if (uploads.Find(id) is null or { IsReady: true }) files.RemoveUpload(id);
        }
    }

    private void RemoveUnused()
    {
        foreach (var id in uploads.UnusedSince(clock.GetUtcNow().AddHours(-settings.KeepUnusedHours), AtOnce))
        {
            // one that is still being sent is in use
            using var hand = hands.TryTake(id);
            if (hand is not null) uploads.Discard(id);
        }
    }

    private void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            // nobody waits for it, and there will be another moment
            LogUntidy(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Tidying up photos is put off")]
    private partial void LogUntidy(Exception e);
}
