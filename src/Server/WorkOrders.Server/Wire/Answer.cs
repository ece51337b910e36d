using Google.Protobuf;
using WorkOrders.Domain;
using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;
using WorkOrder = WorkOrders.Domain.WorkOrder;

namespace WorkOrders.Server.Wire;

/// <summary>What the caller gets for a command that was carried out: the orders that it concerned, by their numbers.</summary>
internal sealed record Answer(long Revision, IReadOnlyList<V1.WorkOrder> Orders)
{
    public V1.WorkOrder Order => Orders.Single();

    /// <summary>As it is kept for a repetition of the request: without anything of the tenant's, see <see cref="Join"/>.</summary>
    public static Answer Of(IReadOnlyList<Step> steps, Actor by, long revision, DateOnly today, StandIns? standIns = null) => new(
        revision,
        [.. steps.OrderBy(s => s.After.Number).Select(s =>
            (Seen(s, by, today) with { Tenant = null, Access = null }).ToWire(Allowed.Commands(s.After, by, standIns)))]);

    /// <summary>Adds what the caller may see of an order's tenant now, which a repetition years later may be nothing.</summary>
    public void Join(WorkOrder now, Actor by, DateOnly today)
    {
        if (Orders.FirstOrDefault(o => o.Number == now.Number) is not { } shown || Disclosure.Of(now, by, today) is not { } seen) return;

        shown.Tenant = seen.Tenant?.ToWire();
        shown.Access = seen.Access?.ToWire();
    }

    // every answer has this form, or that of a list with one element, which is the same bytes
    public byte[] ToBytes() => new AcceptBundleResponse { Revision = Revision, WorkOrders = { Orders } }.ToByteArray();

    public static Answer FromBytes(byte[] bytes)
    {
        var answer = AcceptBundleResponse.Parser.ParseFrom(bytes);
        return new(answer.Revision, answer.WorkOrders);
    }

    /// <summary>An order that has just left the caller's view is shown as it left.</summary>
    private static WorkOrder Seen(Step step, Actor by, DateOnly today)
    {
        if (Disclosure.Of(step.After, by, today) is { } seen) return seen;

        var before = step.Before is null ? null : Disclosure.Of(step.Before, by, today);
        return before is null
            ? throw new InvalidOperationException($"Order {step.After.Number} was changed by somebody who doesn't see it.")
            : step.After with { FoundBy = before.FoundBy, Questions = before.Questions, FailedVisits = before.FailedVisits };
    }
}
