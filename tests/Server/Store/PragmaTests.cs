using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Store;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Store;

public sealed class PragmaTests
{
    [Fact]
    public async Task Every_connection_of_every_context_is_in_wal_mode_and_flushes_each_commit()
    {
        await using var server = await TestServer.StartAsync();
        await using var scope = server.Services.CreateAsyncScope();
        var orders = Enumerable.Range(0, 3).Select(_ => (DbContext)server.Services.GetRequiredService<IDbContextFactory<WorkOrdersContext>>().CreateDbContext());
        foreach (var context in orders.Append(scope.ServiceProvider.GetRequiredService<AccountsContext>()))
        {
            await context.Database.OpenConnectionAsync();
            Assert.Equal(["wal", "2", "1", "5000"], await Task.WhenAll(
                new[] { "journal_mode", "synchronous", "foreign_keys", "busy_timeout" }.Select(async pragma =>
                {
                    await using var command = context.Database.GetDbConnection().CreateCommand();
                    command.CommandText = $"PRAGMA {pragma}";
                    return $"{await command.ExecuteScalarAsync()}";
                })));
        }
    }

    [Theory]
    [InlineData("PRAGMA synchronous = NORMAL")]
    [InlineData("PRAGMA foreign_keys = OFF")]
    [InlineData("PRAGMA busy_timeout = 0")]
    [InlineData("PRAGMA journal_mode = DELETE")]
    public void A_connection_that_lacks_one_of_them_is_not_used(string spoiled)
    {
        using var folder = new TempFolder();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "x.db")};Pooling=False");
        connection.Open();
        Pragmas.Apply(connection);
        using var command = connection.CreateCommand();
        command.CommandText = spoiled;
        command.ExecuteNonQuery();

        Assert.Contains("is not used", Assert.Throws<InvalidOperationException>(() => Pragmas.Assert(connection)).Message, StringComparison.Ordinal);
    }
}
