using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

/// <summary>
/// The language of the tests: <c>Given(Placed).When(Accept()).Then(WorkOrderAccepted())</c>. A state is the commands that lead to
/// it; a command is given by whoever normally gives it, unless the test says who.
/// </summary>
public abstract partial class OrderRules
{
    protected static Command[] Nothing => [];
    protected static Command[] Registered => [Register()];
    protected static Command[] Found => [Register() with { Orderer = null, Tenant = null, Access = null, By = Contractor }];
    protected static Command[] Placed => [RegisterAndPlace()];
    protected static Command[] Accepted => [.. Placed, Accept()];
    protected static Command[] Declined => [.. Placed, Decline()];
    protected static Command[] Completed => [.. Accepted, Complete()];
    protected static Command[] Invoiced => [.. Completed, MarkInvoiced()];
    protected static Command[] Cancelled => [.. Placed, Cancel()];

    protected static Situation Given(params Command[] commands) => new(Order(commands));

    /// <summary>The order after the commands, each of which must be accepted.</summary>
    protected static WorkOrder? Order(params Command[] commands) => Steps(commands) is [.., var last] ? last.After : null;

    /// <summary>What happens on the way there.</summary>
    protected static IReadOnlyList<Step> Steps(params Command[] commands)
    {
        var steps = new List<Step>();
        foreach (var command in commands)
        {
            var order = steps is [.., var last] ? last.After : null;
            if (Decider.Decide(order, command) is not Decision.Happened happened)
                throw new InvalidOperationException($"{command.Kind} should lead on from {order?.Status}.");
            steps.AddRange(happened.Steps);
        }
        return steps;
    }

    protected sealed record Situation(WorkOrder? Order)
    {
        public Outcome When(Command command, Bundle? existing = null) => new(Decider.Decide(Order, command, existing));
    }

    protected sealed record Outcome(Decision Decision)
    {
        public WorkOrder Order => Assert.IsType<Decision.Happened>(Decision).Order;

        /// <summary>Exactly these events, whoever and whenever.</summary>
        public Outcome Then(params Event[] expected)
        {
            var happened = Assert.IsType<Decision.Happened>(Decision);
            Assert.Equal(expected, happened.Events.Select(e => e with { By = Nobody, At = default }));
            return this;
        }

        public Refusal ThenRefused(RefusalKind kind)
        {
            var refusal = Assert.IsType<Decision.Refused>(Decision).Refusal;
            Assert.Equal(kind, refusal.Kind);
            return refusal;
        }

        public Outcome And(Action<WorkOrder> look)
        {
            look(Order);
            return this;
        }
    }
}
