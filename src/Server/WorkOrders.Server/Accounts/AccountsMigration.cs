using Microsoft.EntityFrameworkCore;

namespace WorkOrders.Server.Accounts;

/// <summary>Brings the accounts' tables up to date before anything is served.</summary>
internal sealed class AccountsMigration(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AccountsContext>().Database;
        if (!(await database.GetPendingMigrationsAsync(cancellationToken)).Any())
            return;
        // EF's own lock on migrations is a row, which a killed start leaves behind. The store has the file for itself already.
        await database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        await database.MigrateAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
