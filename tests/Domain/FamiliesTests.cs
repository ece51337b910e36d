using System.Reflection;
using System.Text.Json;
using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

/// <summary>C# can't check that a switch covers a family of records, so these do.</summary>
public sealed class FamiliesTests : OrderRules
{
    public static TheoryData<Type> Events => [.. Family(typeof(Event))];
    public static TheoryData<Type> Commands => [.. Family(typeof(Command))];

    /// <summary>One scenario in which every kind of event happens; the tests below find out if one is missing.</summary>
    private static readonly Command[][] Everything =
    [
        [
            Register(), Place(), Note(Booked), Ask(), Answer(), Message(),
            Call(new("070-1740605")), Update(new() { UnitNote = new("Är rostig") }), JoinBundle(), LeaveBundle(),
            Reassign(), Decline() with { By = OtherContractor }, Place(), Accept(),
            Prioritize(), Contact(), PauseFor(), Resume(), Visit(), Complete(), Reopen(), Complete(), MarkInvoiced(),
        ],
        [RegisterAndPlace(), Cancel()],
    ];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_is_folded_stored_by_its_own_name_and_shown_in_the_log(Type type)
    {
        var step = Steps().First(s => s.Event.GetType() == type);

        Assert.Equal((step.Before?.Version ?? 0) + 1, step.Before.Apply(step.Event).Version);
        Assert.Matches("^[a-z]+(_[a-z]+)*$", EventNames.Of(step.Event));
        Assert.NotEmpty(LogEntries.Of(step.Event).Name);
    }

    [Fact]
    public void Stored_names_are_all_different() =>
        Assert.Equal(Family(typeof(Event)).Count(), Steps().Select(s => EventNames.Of(s.Event)).Distinct().Count());

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_a_kind_of_its_own_name_and_somebody_who_may_give_it(Type type)
    {
        var kind = Enum.Parse<CommandKind>(type.Name);

        Assert.Contains(new[] { Contractor, Elsa, Dispatcher }, actor => Roles.May(actor, kind));
        Assert.Equal(kind, Everything.SelectMany(c => c).Append(AcceptBundle()).First(c => c.GetType() == type).Kind);
    }

    [Fact]
    public void There_are_as_many_kinds_as_commands() =>
        Assert.Equal(Enum.GetValues<CommandKind>().Length, Family(typeof(Command)).Count());

    [Theory]
    [MemberData(nameof(Events))]
    public void No_event_can_hold_anything_of_the_tenants(Type type) =>
        Assert.Empty(Holds(type, []).Intersect([typeof(TenantContact), typeof(TenantPhones), typeof(Access)]));

    [Fact]
    public void An_unknown_event_is_a_bug_and_throws()
    {
        var unknown = new Unheard(Dispatcher, Now);

        Assert.Throws<UnknownEventException>(() => Order(Placed).Apply(unknown));
        Assert.Throws<UnknownEventException>(() => EventNames.Of(unknown));
        Assert.Throws<UnknownEventException>(() => LogEntries.Of(unknown));
    }

    [Fact]
    public void An_order_begins_once_and_with_its_beginning()
    {
        var steps = Steps();

        Assert.Throws<InvalidOperationException>(() => Fold.Apply(null, steps[1].Event));
        Assert.Throws<InvalidOperationException>(() => steps[0].After.Apply(steps[0].Event));
    }

    [Fact]
    public void Folding_the_events_again_gives_the_same_order_but_for_the_tenants_details()
    {
        var commands = Everything[0];
        var replayed = Steps().Take(commands.Length).Aggregate((WorkOrder?)null, (order, step) => order.Apply(step.Event));

        Assert.Equivalent(Order(commands)! with { Tenant = null, Access = null }, replayed, strict: true);
        Assert.Equal(commands.Length, replayed!.Version);
    }

    [Fact]
    public void An_order_comes_back_from_json_as_it_was()
    {
        var order = Order(Everything[0])!;

        Assert.Equivalent(order, JsonSerializer.Deserialize<WorkOrder>(JsonSerializer.Serialize(order)), strict: true);
    }

    private sealed record Unheard(Actor By, DateTimeOffset At) : Event(By, At);

    private static List<Step> Steps() => [.. Everything.SelectMany(Steps)];

    private static IEnumerable<Type> Family(Type root) => root.Assembly.GetTypes().Where(t => t.IsSubclassOf(root));

    private static HashSet<Type> Holds(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type)) return seen;

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        foreach (var part in property.PropertyType.GenericTypeArguments.Append(property.PropertyType))
            if (part.Assembly == typeof(Event).Assembly) Holds(part, seen);
        return seen;
    }
}
