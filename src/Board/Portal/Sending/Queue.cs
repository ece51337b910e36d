namespace WorkOrders.Board.Portal.Sending;

/// <summary>The rules of the queue: what is sent next, and what must not be sent unasked.</summary>
internal static class Queue
{
    /// <summary>The server remembers request ids for 7 days. What may have reached it before that would happen twice.</summary>
    public static readonly TimeSpan Unasked = TimeSpan.FromDays(6);

    /// <summary>
    /// The next one to be sent; null if there is none. An order's wishes go in the order in which they were made: behind one
    /// that waits for its photos or for a decision, the others of its order wait too. Behind a refused one they don't.
    /// </summary>
    public static Wish? Next(IEnumerable<Wish> wishes, Func<Wish, bool> hasItsPhotos, DateTimeOffset now)
    {
        HashSet<long> held = [];
        foreach (var wish in wishes.Where(w => w.Because is null && !held.Contains(w.Number)))
        {
            if (!NeedsDecision(wish, now) && hasItsPhotos(wish))
                return wish;
            held.Add(wish.Number);
        }
        return null;
    }

    public static bool NeedsDecision(Wish wish, DateTimeOffset now) => wish is { Decided: false, Because: null } && now - wish.MadeAt > Unasked;
}
