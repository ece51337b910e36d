using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Queries;

/// <summary>Who reads, and when: what every query shows depends on both.</summary>
/// <param name="Now">Unix milliseconds, as rows have instants.</param>
internal sealed record Reader(Actor Actor, DateOnly Today, long Now)
{
    /// <summary>The contractor whose orders alone are shown; null for the landlord.</summary>
    public string? Contractor => Actor.Role is ActorRole.Contractor ? Actor.Contractor!.Id : null;

    public DateOnly EarliestCompletedOn => ContractorLists.EarliestCompletedOn(Today);

    public static Reader Of(Actor actor, TimeProvider clock) => Of(actor, clock.GetUtcNow());

    private static Reader Of(Actor actor, DateTimeOffset now) => new(actor, SwedishTime.DateOf(now), now.ToUnixTimeMilliseconds());

    /// <summary>Whether an order that this contractor sees is the reader's to see too: <see cref="Actor.Sees"/>, asked of a row's column.</summary>
    public bool Sees(string? visibleTo) => Contractor is null || visibleTo == Contractor;

    /// <summary>The order as the reader may see it, with what the reader may do; null if it is hidden.</summary>
    public V1.WorkOrder? Read(WorkOrderRow row)
    {
        var order = row.ToOrder();
        return Disclosure.Of(order, Actor, Today)?.ToWire(Allowed.Commands(order, Actor));
    }
}
