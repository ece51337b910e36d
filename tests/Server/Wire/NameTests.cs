using WorkOrders.Domain;
using WorkOrders.Server.Wire;
using Contract = WorkOrders.V1;

namespace WorkOrders.Server.Tests.Wire;

/// <summary>What C# can't check: that the switches between core and contract know everything that either has.</summary>
public sealed class NameTests
{
    [Fact]
    public void Every_status_type_role_and_phone_is_in_the_contract()
    {
        Assert.Equal(Values<Contract.WorkOrderStatus>(), Enum.GetValues<WorkOrderStatus>().Select(s => s.ToWire()).Order());
        Assert.Equal(Values<Contract.WorkOrderType>(), Enum.GetValues<WorkOrderType>().Select(t => t.ToWire()).Order());
        Assert.All(Enum.GetValues<WorkOrderType>(), t => Assert.Equal(t, t.ToWire().ToCore()));
        Assert.Equal(Values<Contract.Role>(), Enum.GetValues<ActorRole>().Select(r => r.ToWire()).Distinct().Order());
        Assert.All(Enum.GetValues<PreferredPhone>(), p => Assert.Equal(p, p.ToWire().ToCore()));
    }

    [Fact]
    public void Every_priority_pause_and_notice_is_in_the_contract()
    {
        Assert.Equal(Values<Contract.Priority>(), Enum.GetValues<Priority>().Select(p => p.ToWire()).Order());
        Assert.All(Enum.GetValues<Priority>(), p => Assert.Equal(p, p.ToWire().ToCore()));
        Assert.Equal(Values<Contract.PauseReason>(), Enum.GetValues<PauseReason>().Select(r => r.ToWire()).Order());
        Assert.All(Enum.GetValues<PauseReason>(), r => Assert.Equal(r, r.ToWire().ToCore()));
        Assert.Equal(Values<Contract.VisitNotice>(), Enum.GetValues<VisitNotice>().Select(n => n.ToWire()).Order());
        Assert.All(Enum.GetValues<VisitNotice>(), n => Assert.Equal(n, n.ToWire().ToCore()));
    }

    [Fact]
    public void Every_command_is_in_the_contract_and_has_an_rpc()
    {
        Assert.Equal(Values<Contract.WorkOrderCommand>(), Enum.GetValues<CommandKind>().Select(c => c.ToWire()).Distinct().Order());
        var rpcs = Contract.WorkOrderService.Descriptor.Methods.Select(m => m.Name).ToHashSet();
        Assert.All(Enum.GetValues<CommandKind>(), c => Assert.Contains(Words.MethodOf(c), rpcs));
    }

    [Fact]
    public void Every_status_type_and_command_has_words_in_both_languages()
    {
        Assert.All(Values<Contract.WorkOrderType>(), t => Assert.NotEqual("", Words.Swedish(t) + Words.English(t)));
        Assert.All(Values<Contract.WorkOrderStatus>(), s => Assert.NotEqual("", Words.Swedish(s) + Words.English(s)));
        Assert.All(Values<Contract.WorkOrderCommand>(), c => Assert.NotEqual("", Words.Swedish(c) + Words.English(c)));
        Assert.Equal("ORDERED", Words.NameOf(Contract.WorkOrderStatus.Ordered));
    }

    [Fact]
    public void Every_kind_of_violation_has_words()
    {
        var wrong = new FieldViolations();
        foreach (var kind in Enum.GetValues<ViolationKind>())
            wrong.Add("field", kind);
        var told = new Lifecycle.Refusal(wrong.ToRefusal()).Detail<Google.Rpc.BadRequest>().FieldViolations;
        Assert.Equal(Enum.GetValues<ViolationKind>().Length, told.Select(v => v.Reason).Distinct().Count());
    }

    [Fact]
    public void Every_event_has_a_message_of_its_own()
    {
        var kinds = EventSamples.All.Select(e => (e.GetType(), Message: EventSamples.Step(e).ToWire(1, 0, Guid.Empty, e.At))).ToList();
        Assert.All(kinds, k => Assert.NotEqual(Contract.WorkOrderEvent.KindOneofCase.None, k.Message.KindCase));
        Assert.Equal(
            Enum.GetValues<Contract.WorkOrderEvent.KindOneofCase>().Where(k => k != Contract.WorkOrderEvent.KindOneofCase.None).Order(),
            kinds.Select(k => k.Message.KindCase).Distinct().Order());
        Assert.Equal(
            typeof(Event).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Event)) && !t.IsAbstract).Select(t => t.Name).Order(),
            EventSamples.All.Select(e => e.GetType().Name).Order());
    }

    private static IEnumerable<T> Values<T>() where T : struct, Enum => Enum.GetValues<T>().Where(v => Convert.ToInt32(v, null) != 0);
}
