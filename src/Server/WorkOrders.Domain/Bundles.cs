namespace WorkOrders.Domain;

/// <summary>Orders that belong together: by themselves, by the landlord's wish, and accepted together.</summary>
public static class Bundles
{
    /// <summary>What a placed order joins by itself: the bundle of the same object, contractor and day, or a new one.</summary>
    public static Bundle OfDay(PropertyObject propertyObject, DateTimeOffset at, Bundle? existing) =>
        existing?.ToBase() ?? new Bundle(propertyObject.Number, SwedishTime.DateOf(at));

    /// <summary>The bundle in which a group of orders is made: that of its first order.</summary>
    public static Bundle BaseFor(WorkOrder first) =>
        first.Bundle?.ToBase() ?? new Bundle(first.PropertyObject.Number, SwedishTime.DateOf(first.OrderedAt ?? first.RegisteredAt));

    /// <summary>The number of a new group beside those that the bundle's orders are in.</summary>
    public static int NextGroup(IEnumerable<Bundle> taken) => taken.Max(b => b.Position?.Group) + 1 ?? 1;

    /// <summary>Makes a group of the orders, with positions as they are given. All of them, or none.</summary>
    public static Decision Group(IReadOnlyList<WorkOrder> orders, int group, Actor by, DateTimeOffset at)
    {
        if (orders.Count == 0) return Refused(RefusalKind.NotFound, CommandKind.JoinBundle);

        var first = orders[0];
        var steps = new List<Step>();
        foreach (var (index, order) in orders.Index())
        {
            var decision = Decider.Decide(order, new JoinBundle(BaseFor(first).At(group, index + 1), by, at));
            if (decision is not Decision.Happened happened) return decision;
            if (order.Contractor?.Id != first.Contractor?.Id || orders.Take(index).Any(o => o.Number == order.Number))
                return Refused(RefusalKind.BundleMismatch, CommandKind.JoinBundle, order);

            steps.AddRange(happened.Steps);
        }
        return new Decision.Happened(steps);
    }

    /// <summary>Accepts those orders of a bundle that wait for the caller; the others stay as they are. Refused if none waits.</summary>
    public static Decision Accept(IReadOnlyList<WorkOrder> orders, AcceptBundle command)
    {
        if (!Roles.May(command.By, command.Kind)) return Refused(RefusalKind.NotAllowedForRole, command.Kind);

        var decisions = orders.Where(command.By.Sees).OrderBy(o => o.Number).Select(o => Decider.Decide(o, command)).ToList();
        if (decisions.Count == 0) return Refused(RefusalKind.NotFound, command.Kind);

        var steps = decisions.OfType<Decision.Happened>().SelectMany(d => d.Steps).ToList();
        return steps.Count > 0 ? new Decision.Happened(steps) : decisions[0];
    }

    private static Decision.Refused Refused(RefusalKind kind, CommandKind command, WorkOrder? order = null) =>
        new(new Refusal(kind, command) { Number = order?.Number, Status = order?.Status });
}
