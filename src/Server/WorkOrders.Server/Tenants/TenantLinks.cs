using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Tenants;

/// <summary>A link that can be opened.</summary>
internal sealed record LiveLink(long Number, DateTimeOffset Ends);

/// <summary>The links: made, found, ended. They are in no log, as nothing happens to an order by them.</summary>
internal sealed partial class TenantLinks(
    IDbContextFactory<WorkOrdersContext> contexts, LinkTokens tokens, TenantSettings settings, TimeProvider clock, ILogger<TenantLinks> logger)
{
    private TimeSpan Life => TimeSpan.FromDays(settings.LinkDays);

    /// <summary>The token and when it ends at the latest. Repeated, the same.</summary>
    public (string Token, DateTimeOffset Ends) Create(long number, bool replacesOthers, string account, RequestKey request) => Writing(context =>
    {
        var token = tokens.Of(account, request.Id);
        if (context.TenantLinks.SingleOrDefault(l => l.Account == account && l.RequestId == request.Id) is { } first)
            return first.BodyHash.AsSpan().SequenceEqual(request.BodyHash)
                ? (token, DateTimeOffset.FromUnixTimeMilliseconds(first.CreatedAt) + Life)
                : throw Errors.RequestIdReused(request.Id);

        var now = clock.GetUtcNow().InWholeMilliseconds();
        if (OrderOf(context, number) is not { } order) throw Errors.WorkOrderNotFound(number);
        if (EndOf(order, now) <= now) throw Errors.TenantLinkTooLate(number);

        if (replacesOthers) Revoke(context, number);
        context.Add(new TenantLinkRow
        {
            Hash = LinkTokens.HashOf(token),
            Number = number,
            Account = account,
            RequestId = request.Id,
            BodyHash = request.BodyHash,
            CreatedAt = now.ToUnixTimeMilliseconds(),
        });
        context.SaveChanges();
        LogCreated(number, account);
        return (token, now + Life);
    });

    /// <summary>How many there were to end.</summary>
    public int Revoke(long number, string account) => Writing(context =>
    {
        if (!context.WorkOrders.Any(o => o.Number == number)) throw Errors.WorkOrderNotFound(number);

        var ended = Revoke(context, number);
        LogRevoked(number, ended, account);
        return ended;
    });

    /// <summary>Null for a link that never was, one that has ended and one that was ended: there is no difference.</summary>
    public LiveLink? Find(string token)
    {
        var hash = LinkTokens.HashOf(token);
        using var context = contexts.CreateDbContext();
        if (context.TenantLinks.SingleOrDefault(l => l.Hash == hash && l.RevokedAt == null) is not { } link) return null;
        if (OrderOf(context, link.Number) is not { } order) return null;

        var ends = EndOf(order, DateTimeOffset.FromUnixTimeMilliseconds(link.CreatedAt));
        return ends > clock.GetUtcNow() ? new(link.Number, ends) : null;
    }

    private DateTimeOffset EndOf(WorkOrder order, DateTimeOffset created) =>
        TenantView.LinkEnds(order, created, Life, TimeSpan.FromDays(settings.DaysAfterClosing));

    private int Revoke(WorkOrdersContext context, long number)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return context.TenantLinks.Where(l => l.Number == number && l.RevokedAt == null)
            .ExecuteUpdate(link => link.SetProperty(l => l.RevokedAt, now));
    }

    private static WorkOrder? OrderOf(WorkOrdersContext context, long number) =>
        context.WorkOrders.SingleOrDefault(o => o.Number == number)?.ToOrder();

    /// <summary>All or nothing; and two at once come one after the other.</summary>
    private T Writing<T>(Func<WorkOrdersContext, T> write)
    {
        try
        {
            using var context = contexts.CreateDbContext();
            using var transaction = context.Database.BeginTransaction();
            var done = write(context);
            transaction.Commit();
            return done;
        }
        catch (DbException e) when (e.IsUnavailable())
        {
            throw Errors.StoreUnavailable();
        }
        catch (DbUpdateException e) when (e.InnerException is DbException reason && reason.IsUnavailable())
        {
            throw Errors.StoreUnavailable();
        }
    }

    [LoggerMessage(LogLevel.Information, "A tenant's link to order {Number} was made by account {AccountId}")]
    private partial void LogCreated(long number, string accountId);

    [LoggerMessage(LogLevel.Information, "{Count} tenants' links to order {Number} were ended by account {AccountId}")]
    private partial void LogRevoked(long number, int count, string accountId);
}
