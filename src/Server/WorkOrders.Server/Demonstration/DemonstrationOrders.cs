using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Lifecycle;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Demonstration;

/// <summary>Fills an empty log with orders, through the writer as everybody does. A log that isn't empty is left alone.</summary>
internal sealed partial class DemonstrationOrders(
    Writer writer, CommittedLog log, IDbContextFactory<WorkOrdersContext> contexts, DemonstrationOptions options, TimeProvider clock,
    ILogger<DemonstrationOrders> logger) : IHostedService
{
    /// <summary>Well below what the writer's queue holds.</summary>
    private const int AtOnce = 1_000;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (log.Head > 0)
            return;
        var now = clock.GetUtcNow().ToWholeMilliseconds();
        IEnumerable<Submission> orders = Generator.Orders(options.Orders, GuideOrders.First - options.Orders, now);
        if (options.Guide)
            orders = orders.Concat(GuideOrders.PlacedBefore(now));
        foreach (var part in orders.OrderBy(o => o.At).Chunk(AtOnce))
            await Task.WhenAll(part.Select(wish => writer.SubmitAsync(wish, cancellationToken)));
        await ReadWhatIsOldAsync(now, cancellationToken);
        LogLoaded(log.Head);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whoever signs in for the first time finds the answers and messages of the last days unread, not those of two months.</summary>
    private async Task ReadWhatIsOldAsync(DateTimeOffset now, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        foreach (var person in SignIns.People.Select(p => p.Person).Where(p => p.ContractorId is not null))
            context.MarkAnswersReadBefore(person.Id, person.ContractorId!, now.AddDays(-3));
        foreach (var person in SignIns.People.Select(p => p.Person).Where(p => p.Role == RoleNames.Orderer))
            context.MarkMessagesReadBefore(person.Id, now.AddDays(-3));
    }

    [LoggerMessage(LogLevel.Information, "Demonstration orders are in the log: {Revisions} commits")]
    private partial void LogLoaded(long revisions);
}
