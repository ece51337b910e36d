namespace WorkOrders.Domain;

/// <summary>What becomes of a command. An expected refusal is a value; exceptions are bugs.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>It is accepted: at least one step, in order; of several orders only for commands on bundles.</summary>
    public sealed record Happened(IReadOnlyList<Step> Steps) : Decision
    {
        public IEnumerable<Event> Events => Steps.Select(s => s.Event);

        /// <summary>The state after the last step. It carries what no event may: the tenant's details.</summary>
        public WorkOrder Order => Steps[^1].After;
    }

    /// <summary>It changes nothing.</summary>
    public sealed record Refused(Refusal Refusal) : Decision;
}

/// <summary>One event of one order with the order's state on both sides of it; <see cref="Before"/> is null for its first.</summary>
public sealed record Step(Event Event, WorkOrder? Before, WorkOrder After);
