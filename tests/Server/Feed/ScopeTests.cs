using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using Kind = WorkOrders.V1.WatchWorkOrdersResponse.FrameOneofCase;

namespace WorkOrders.Server.Tests.Feed;

/// <summary>How orders come into a contractor's sight and leave it.</summary>
public sealed class ScopeTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task A_reassigned_order_leaves_one_contractor_by_its_number_alone_and_enters_the_others_sight()
    {
        var order = await scene.AcceptedAsync();
        using var firm = await FollowAsync("testfirma");
        using var rival = await FollowAsync("rorjouren");
        var answer = await scene.Dispatch.ReassignWorkOrderAsync(
            new() { RequestId = Scene.NewId(), Number = order.Number, ContractorId = Scene.RivalId, Reason = "Firman har inte tid" });

        await firm.UntilAsync(Kind.Events);
        Assert.Equal(
            new FeedItem { Scope = ScopeChange.Left, Left = new() { Revision = answer.Revision, Number = order.Number } },
            Assert.Single(firm.Items));
        await rival.UntilAsync(Kind.Events);
        var entered = Assert.Single(rival.Items);
        Assert.Equal((ScopeChange.Entered, Scene.RivalId), (entered.Scope, entered.Event.Summary.Contractor.Id));
    }

    [Fact]
    public async Task A_declined_order_leaves_and_comes_back_when_it_is_placed_again()
    {
        var order = await scene.OrderedAsync();
        using var firm = await FollowAsync("testfirma");
        await scene.Firm.DeclineWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = order.Number, Reason = "Fel område" });
        await scene.Elsa.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = order.Number, Text = "Vi försöker igen" });
        var placed = await scene.Elsa.PlaceWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = order.Number, ContractorId = Scene.FirmId });

        await firm.UntilRevisionAsync(placed.Revision);
        Assert.Equal([ScopeChange.Left, ScopeChange.Entered], firm.Items.Select(i => i.Scope));
    }

    [Fact]
    public async Task To_the_landlord_an_order_enters_once_and_never_leaves()
    {
        using var elsa = await FollowAsync("elsa");
        var order = await scene.OrderedAsync();
        var declined = await scene.Firm.DeclineWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = order.Number, Reason = "Fel område" });
        await elsa.UntilRevisionAsync(declined.Revision);
        Assert.Equal([ScopeChange.Entered, ScopeChange.Stayed], elsa.Items.Where(i => i.NumberOf() == order.Number).Select(i => i.Scope));
    }

    [Fact]
    public async Task A_filter_is_a_scope_that_orders_enter_and_leave()
    {
        using var elsa = Following.Start(scene.Server.As("elsa"), new() { FromNow = new(), Filter = new() { ContractorIds = { Scene.RivalId } } });
        await elsa.UntilAsync(Kind.CaughtUp);
        var order = await scene.OrderedAsync();
        await ReassignAsync(order.Number, Scene.RivalId);
        var last = await ReassignAsync(order.Number, Scene.FirmId);
        await elsa.UntilRevisionAsync(last);
        Assert.Equal([ScopeChange.Entered, ScopeChange.Left], elsa.Items.Select(i => i.Scope));
    }

    [Fact]
    public async Task On_a_wall_there_is_no_byte_that_anybody_has_typed()
    {
        const string Marker = "HEMLIGT";
        var request = Scene.GuideOrder();
        request.Subject.Description = request.Subject.UnitNote = $"{Marker} beskrivning";
        request.Tenant.Name = $"{Marker} hyresgäst";
        request.Access = new() { KeyInformation = $"{Marker} nyckel", Comment = $"{Marker} kommentar" };
        using var wall = Following.Start(scene.Server.As("dispatch"), new() { FromNow = new(), View = FeedView.Wall });
        await wall.UntilAsync(Kind.CaughtUp);

        var number = (await scene.Elsa.RegisterWorkOrderAsync(request)).WorkOrder.Number;
        await scene.Firm.AskQuestionAsync(new() { RequestId = Scene.NewId(), Number = number, Text = $"{Marker} fråga" });
        await scene.Elsa.AnswerQuestionAsync(new() { RequestId = Scene.NewId(), Number = number, QuestionId = 1, Text = $"{Marker} svar" });
        await scene.Firm.SendMessageAsync(new() { RequestId = Scene.NewId(), Number = number, Text = $"{Marker} meddelande" });
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Text = $"{Marker} notering", Phrase = "Tid är bokad med kund" });
        await scene.Firm.UpdateWorkOrderAsync(new()
        {
            RequestId = Scene.NewId(),
            Number = number,
            Changes = new() { Properties = $"{Marker} egenskaper", SerialNumber = $"{Marker} 1", UnitNote = $"{Marker} enhet", ActionPerformed = $"{Marker} utkast" },
            UpdateMask = new() { Paths = { "properties", "serial_number", "unit_note", "action_performed" } },
        });
        await scene.Firm.UpdateTenantContactAsync(new() { RequestId = Scene.NewId(), Number = number, HomePhone = "08-46500400" });
        await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number });
        await scene.Firm.CompleteWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, ActionPerformed = $"{Marker} åtgärd" });
        await scene.Elsa.ReopenWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, Reason = $"{Marker} skäl" });
        await ReassignAsync(number, Scene.RivalId, $"{Marker} omplacering");
        await scene.Rival.DeclineWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, Reason = $"{Marker} avslag" });
        var last = await scene.Elsa.CancelWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, Reason = $"{Marker} makulering" });
        await wall.UntilRevisionAsync(last.Revision);

        var items = wall.Items.Where(i => i.NumberOf() == number).ToList();
        Assert.Equal(13, items.Count);
        // every kind tells its kind, its card and the standard phrase
        Assert.Equal(13, items.Select(i => i.Event.KindCase).Distinct().Count());
        Assert.Contains(items, i => i.Event.NoteAdded?.Phrase == "Tid är bokad med kund");
        Assert.All(items, i => Assert.Equal("Torögatan 51", i.Event.Summary.Street));
        Assert.DoesNotContain(wall.Seen, f => f.ToString().Contains(Marker, StringComparison.Ordinal));
        Assert.DoesNotContain(wall.Seen, f => f.ToString().Contains("46500400", StringComparison.Ordinal));

        // and the rest that a wall receives
        var board = await scene.Dispatch.GetWallBoardAsync(
            new() { ListSize = 100, Groupings = { WallGrouping.Contractor, WallGrouping.District } });
        Assert.DoesNotContain(Marker, board.ToString(), StringComparison.Ordinal);
        Assert.Contains(board.NewestEvents, e => e.Number == number);
    }

    private async Task<Following> FollowAsync(string client)
    {
        var feed = Following.Start(scene.Server.As(client), new() { FromNow = new() });
        await feed.UntilAsync(Kind.CaughtUp);
        return feed;
    }

    private async Task<long> ReassignAsync(long number, string contractor, string reason = "Hinner inte") =>
        (await scene.Dispatch.ReassignWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, ContractorId = contractor, Reason = reason })).Revision;
}
