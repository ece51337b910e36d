using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Accounts;

/// <summary>What a change was about: the identity of a contractor, a person or a client, and the secret that it made, if any.</summary>
internal sealed record Changed(string About, string Secret = "");

/// <summary>
/// Changes of accounts, each in one transaction with the contractors that lie beside the orders and with the id of its
/// request: a repetition finds what the first one was about, and changes nothing.
/// </summary>
internal sealed class AccountChanges(AccountsContext accounts, ShownOnce shown, TimeProvider clock)
{
    /// <param name="by">The account that asks: request ids are made up by clients, and scoped to it.</param>
    public async Task<Changed> OnceAsync(string by, RequestKey key, Func<WorkOrdersContext, Task<Changed>> act, CancellationToken stop)
    {
        try
        {
            // takes the write lock: a repetition that comes at the same time waits here
            await using var transaction = await accounts.Database.BeginTransactionAsync(stop);
            await using var file = await Repetition.ShareAsync(transaction.GetDbTransaction(), stop);
            if (await file.FindRequestAsync(by, key.Id, stop) is { } first)
                return first.BodyHash.AsSpan().SequenceEqual(key.BodyHash)
                    ? new(Encoding.UTF8.GetString(first.Answer), shown.Again(by, key.Id))
                    : throw Errors.RequestIdReused(key.Id);

            var changed = await act(file);
            file.Remember(by, key.Id, key.BodyHash, Encoding.UTF8.GetBytes(changed.About), clock.GetUtcNow());
            await file.SaveChangesAsync(stop);
            // before it is durable, as the repetition that waits asks as soon as it is
            shown.Keep(by, key.Id, changed.Secret);
            await transaction.CommitAsync(stop);
            return changed;
        }
        catch (DbUpdateException e) when (e.InnerException is DbException reason && reason.IsUnavailable())
        {
            throw Errors.StoreUnavailable();
        }
        catch (DbException e) when (e.IsUnavailable())
        {
            throw Errors.StoreUnavailable();
        }
    }
}
