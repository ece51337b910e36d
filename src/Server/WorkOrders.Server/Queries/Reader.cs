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

    /// <summary>Who may answer whose questions today.</summary>
    public StandIns StandIns { get; init; } = StandIns.None;

    /// <param name="actor">Who.</param>
    /// <param name="clock">When.</param>
    /// <param name="desks">Where nothing is told of answers there is no need for it.</param>
    public static Reader Of(Actor actor, TimeProvider clock, DeskBook? desks = null)
    {
        var now = clock.GetUtcNow();
        var today = SwedishTime.DateOf(now);
        return new(actor, today, now.ToUnixTimeMilliseconds()) { StandIns = desks?.On(today) ?? StandIns.None };
    }

    /// <summary>Whether an order that this contractor sees is the reader's to see too: <see cref="Actor.Sees"/>, asked of a row's column.</summary>
    public bool Sees(string? visibleTo) => Contractor is null || visibleTo == Contractor;

    /// <summary>The order as the reader may see it, with what the reader may do; null if it is hidden.</summary>
    public V1.WorkOrder? Read(WorkOrderRow row) => Read(row.ToOrder());

    /// <inheritdoc cref="Read(WorkOrderRow)"/>
    public V1.WorkOrder? Read(WorkOrder order) =>
        Disclosure.Of(order, Actor, Today)?.ToWire(Allowed.Commands(order, Actor, StandIns));

    /// <summary>For whom the questions of an order wait; null for contractors, who needn't know.</summary>
    public V1.QuestionWait? WaitsFor(WorkOrder order) =>
        Contractor is null ? StandIns.WaitsFor(order.Orderer).ToWire(order.Orderer, StandIns.MayAnswer(Actor, order.Orderer)) : null;
}
