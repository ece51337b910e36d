using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace WorkOrders.Server.Store;

/// <summary>
/// What the landlord changes beside the orders (accounts, phrases) happens once, however often it is asked for: the
/// change and the id of its request are one transaction. Orders have the writer, and the same table.
/// </summary>
internal static class Repetition
{
    /// <summary>The orders' tables within another context's transaction: both are one file.</summary>
    public static async Task<WorkOrdersContext> ShareAsync(DbTransaction transaction, CancellationToken stop)
    {
        var context = new WorkOrdersContext(new DbContextOptionsBuilder<WorkOrdersContext>().UseSqlite(transaction.Connection!).Options);
        await context.Database.UseTransactionAsync(transaction, stop);
        return context;
    }

    /// <summary>What was answered the first time; null if this is the first time. To be asked within the change's transaction.</summary>
    public static Task<RequestRow?> FindRequestAsync(this WorkOrdersContext context, string account, Guid id, CancellationToken stop) =>
        context.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Account == account && r.RequestId == id, stop);

    /// <summary>Is saved with the change.</summary>
    public static void Remember(this WorkOrdersContext context, string account, Guid id, byte[] bodyHash, byte[] answer, DateTimeOffset at) =>
        context.Add(new RequestRow
        {
            Account = account, RequestId = id, BodyHash = bodyHash, Revision = 0, Answer = answer, RecordedAt = at.ToUnixTimeMilliseconds(),
        });
}
