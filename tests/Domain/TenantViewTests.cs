using System.Runtime.CompilerServices;
using static WorkOrders.Domain.Tests.People;
using Kind = WorkOrders.Domain.TenantNewsKind;

namespace WorkOrders.Domain.Tests;

/// <summary>What a tenant learns, and that nobody forgets to say it of a new kind of event.</summary>
public sealed class TenantViewTests : OrderRules
{
    private static readonly DateOnly Tomorrow = new(2019, 8, 20);
    private static readonly StandardPhrase WrongNumber = new("Sökt kund men telefonnummer stämmer ej", TenantVisible: false);

    public static TheoryData<Type> Events => [.. typeof(Event).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Event)))];

    [Theory, MemberData(nameof(Events))]
    public void Of_every_kind_of_event_somebody_has_said_whether_tenants_learn_of_it(Type type)
    {
        // an event of which nothing is known but its kind
        var name = EventNames.Of((Event)RuntimeHelpers.GetUninitializedObject(type));

        TenantView.Of(name, null, null);
    }

    [Fact]
    public void An_event_that_nobody_has_thought_of_is_told_to_no_tenant_but_is_a_bug() =>
        Assert.Throws<InvalidOperationException>(() => TenantView.Of("tenant_evicted", null, null));

    [Fact]
    public void A_tenant_learns_of_this() => Assert.Equal(
        [
            new(Kind.Ordered), new(Kind.Accepted), new(Kind.Noted, Booked.Text), new(Kind.Planned, Day: Tomorrow), new(Kind.PlanDropped),
            new(Kind.HandedOver), new(Kind.Sought), new(Kind.Ordered), new(Kind.Accepted), new(Kind.Done), new(Kind.Reopened), new(Kind.Done),
        ],
        Learnt(
            RegisterAndPlace(), Accept(), Note(Booked, "portkod 1234"), Update(new() { PlannedFor = new(Tomorrow), UnitNote = new("Rost") }),
            Update(new() { PlannedFor = new(null) }), Reassign(), Decline() with { By = OtherContractor }, Place(), Accept(), Complete(), Reopen(),
            Complete(), MarkInvoiced()));

    [Fact]
    public void A_tenant_learns_of_a_registration_and_a_cancellation() =>
        Assert.Equal([new(Kind.Received), new(Kind.Cancelled)], Learnt([.. Registered, Cancel()]));

    [Fact]
    public void A_tenant_learns_of_nothing_else() => Assert.Equal(
        [new(Kind.Ordered)],
        Learnt(
            RegisterAndPlace(), Note(text: "Portkod 1234"), Note(WrongNumber), Note(WrongNumber, "070-1740605"), Ask(), Answer(), Message(),
            Update(new() { UnitNote = new("Är rostig"), ActionPerformed = new("Bytt") }), Call(new("070-1740605")), JoinBundle(), LeaveBundle()));

    [Fact]
    public void What_the_status_tells_alone_needs_no_words() =>
        Assert.Equal([Kind.Received, Kind.Ordered], Enum.GetValues<Kind>().Where(kind => !new TenantNews(kind).IsTold));

    [Fact]
    public void There_is_no_room_for_what_anybody_has_typed() => Assert.Equal(
        ["Day", "IsTold", "Kind", "Phrase"],
        typeof(TenantNews).GetProperties().Select(p => p.Name).Where(name => name != "EqualityContract").Order());

    [Fact]
    public void An_invoiced_order_is_done_and_a_declined_one_is_with_nobody()
    {
        Assert.Equal(TenantStatus.Done, TenantView.StatusOf(WorkOrderStatus.Invoiced));
        Assert.Equal(TenantStatus.Received, TenantView.StatusOf(WorkOrderStatus.Declined));
        Assert.Equal(Enum.GetValues<TenantStatus>(), Enum.GetValues<WorkOrderStatus>().Select(TenantView.StatusOf).Distinct().Order());
    }

    [Fact]
    public void An_order_is_of_the_tenant_who_had_moved_in_by_the_swedish_day_of_its_registration()
    {
        var lateInTheEvening = Order(Registered)! with { RegisteredAt = new(2019, 8, 18, 22, 30, 0, TimeSpan.Zero) };

        Assert.True(TenantView.IsOfTenantSince(lateInTheEvening, new(2019, 8, 19)));
        Assert.False(TenantView.IsOfTenantSince(lateInTheEvening, new(2019, 8, 20)));
    }

    [Fact]
    public void A_link_ends_so_long_after_its_order_was_closed_and_in_any_case_when_it_is_old()
    {
        Assert.Equal(Now.AddDays(365), Ends(Accepted));
        Assert.Equal(Now.AddDays(30), Ends(Completed));
        Assert.Equal(Now.AddDays(30), Ends(Invoiced));
        Assert.Equal(Now.AddDays(30), Ends(Cancelled));
        Assert.Equal(Now.AddDays(365), Ends([.. Completed, Reopen()]));
        Assert.Equal(Now.AddDays(5), TenantView.LinkEnds(Order(Completed)!, Now, TimeSpan.FromDays(5), TimeSpan.FromDays(30)));
    }

    private static DateTimeOffset Ends(Command[] commands) => TenantView.LinkEnds(Order(commands)!, Now, TimeSpan.FromDays(365), TimeSpan.FromDays(30));

    private static IEnumerable<TenantNews> Learnt(params Command[] commands) => Steps(commands).Select(s => TenantView.Of(s.Event)).OfType<TenantNews>();
}
