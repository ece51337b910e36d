using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Photos;

/// <summary>The rows of photos up to where a note takes them, which is the writer's.</summary>
internal sealed class Uploads(IDbContextFactory<WorkOrdersContext> contexts, PhotoFiles files, PhotoSettings settings, TimeProvider clock)
{
    private readonly Lock _counting = new();

    /// <summary>Null for another account's, too.</summary>
    public PhotoRow? Find(Guid id, string account) => Find(id) is { } photo && photo.Account == account ? photo : null;

    public PhotoRow? Find(Guid id)
    {
        using var context = contexts.CreateDbContext();
        return context.Photos.SingleOrDefault(p => p.Id == id && !p.Discarded);
    }

    /// <summary>Whether the order may get a note or a completion by them now; null if they don't see it.</summary>
    public bool? MayAttach(long number, Actor by)
    {
        using var context = contexts.CreateDbContext();
        if (context.WorkOrders.SingleOrDefault(o => o.Number == number)?.ToOrder() is not { } order || !by.Sees(order)) return null;

        return Allowed.Commands(order, by).Any(c => c is CommandKind.AddNote or CommandKind.Complete);
    }

    /// <summary>Null if the account has as many unused ones as it may have.</summary>
    public Guid? Begin(long number, string account, long length)
    {
        // two at once must not both be the last
        lock (_counting)
        {
            using var context = contexts.CreateDbContext();
            if (context.Photos.Count(p => p.Account == account && p.OrderVersion == null && !p.Discarded) >= settings.MaximumUnused) return null;

            // not to be guessed, and spread over the folders
            var id = Guid.NewGuid();
            context.Add(new PhotoRow { Id = id, Number = number, Account = account, Length = length, CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds() });
            context.SaveChanges();
            return id;
        }
    }

    /// <summary>False if it has been discarded meanwhile.</summary>
    public bool SetReady(Guid id, int width, int height)
    {
        using var context = contexts.CreateDbContext();
        return context.Photos.Where(p => p.Id == id && !p.Discarded)
            .ExecuteUpdate(photo => photo.SetProperty(p => p.Width, width).SetProperty(p => p.Height, height)) == 1;
    }

    /// <summary>
    /// Removes it, unless a note has taken it. From the first step on nobody finds it and no note can take it; wherever a
    /// crash comes, the row is still there to say which files are left, and <see cref="Tidying"/> begins again.
    /// </summary>
    public bool Discard(Guid id)
    {
        using var context = contexts.CreateDbContext();
        if (context.Photos.Where(p => p.Id == id && p.OrderVersion == null).ExecuteUpdate(photo => photo.SetProperty(p => p.Discarded, true)) == 0)
            return false;

        files.Remove(id);
        context.Photos.Where(p => p.Id == id && p.Discarded).ExecuteDelete();
        return true;
    }

    /// <summary>On no note since before then, the oldest first.</summary>
    public IReadOnlyList<Guid> UnusedSince(DateTimeOffset then, int most)
    {
        var before = then.ToUnixTimeMilliseconds();
        using var context = contexts.CreateDbContext();
        return [.. context.Photos.Where(p => p.OrderVersion == null && p.CreatedAt < before).OrderBy(p => p.CreatedAt).Take(most).Select(p => p.Id)];
    }
}
