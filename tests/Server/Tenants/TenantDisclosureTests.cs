using Google.Protobuf;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.V1.TenantService;

namespace WorkOrders.Server.Tests.Tenants;

/// <summary>Through no door does a byte of what was not meant for the tenant come: planted everywhere, looked for everywhere.</summary>
public sealed class TenantDisclosureTests(Scene scene) : IClassFixture<Scene>
{
    private const string Marker = "HEMLIGT", Phone = "46500400";

    /// <summary>Who has to do with the order, in whatever they do.</summary>
    private static readonly string[] People = ["Elsa", "Österberg", "Testfirma", "Rörjour", "1999/99999", "1999/10001", "Driftcentralen", "demo-elsa"];

    [Fact]
    public async Task Nothing_that_was_typed_and_nobodys_name_or_number_reaches_a_tenant()
    {
        var request = Scene.GuideOrder();
        request.Subject.Description = request.Subject.UnitNote = $"{Marker} beskrivning";
        request.Subject.Properties = request.Subject.SerialNumber = $"{Marker} egenskaper";
        request.Tenant = new() { Name = $"{Marker} hyresgäst", HomePhone = $"08-{Phone}", WorkPhone = $"08-{Phone}", MobilePhone = $"08-{Phone}", PreferredPhone = PreferredPhone.Home };
        request.Access = new() { MayEnter = true, KeyInformation = $"{Marker} nyckel", Comment = $"{Marker} kommentar" };
        var number = (await scene.Elsa.RegisterWorkOrderAsync(request)).WorkOrder.Number;

        var portal = new TenantServiceClient(scene.Server.As("minasidor"));
        using var feed = await TenantFollowing.FromNowAsync(scene.Server.As("minasidor"));
        var link = (await portal.CreateTenantLinkAsync(new() { RequestId = Scene.NewId(), Number = number })).Link;
        await using var page = await OpenedPage.OpenAsync(scene.Server, link);
        await page.UntilAsync("page");
        var last = await LiveAsync(number);
        await feed.UntilRevisionAsync(last);
        await page.UntilShownAsync("Ärendet har avbrutits.");

        List<string> received = [.. feed.Seen.Select(f => f.ToString()), .. page.Seen];
        received.Add((await portal.GetTenantOrderAsync(new() { Number = number })).ToString());
        received.Add((await portal.ListTenantOrdersAsync(new() { ObjectNumber = request.PropertyObject.Number, MovedInOn = "2009-08-27" })).ToString());
        using (var state = TenantFollowing.Start(scene.Server.As("minasidor"), new() { InitialState = new() }))
        {
            await state.UntilAsync(f => f.InitialStateEnd is not null);
            received.AddRange(state.Seen.Select(f => f.ToString()));
        }
        using (var pages = scene.Server.OpenPages())
        {
            foreach (var culture in new[] { "sv", "en" }) received.Add(await pages.Http.GetStringAsync($"{link}?culture={culture}"));
        }

        // they were told of everything that they may know
        Assert.Equal(
            [
                TenantNewsKind.Noted, TenantNewsKind.Planned, TenantNewsKind.Accepted, TenantNewsKind.Done, TenantNewsKind.Reopened,
                TenantNewsKind.HandedOver, TenantNewsKind.Sought, TenantNewsKind.Cancelled,
            ],
            feed.Items.Where(i => i.Order.Number == number).Select(i => i.Kind));
        foreach (var secret in People.Append(Marker).Append(Phone))
            Assert.DoesNotContain(received, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_message_of_the_service_has_room_for_people()
    {
        var messages = TenantService.Descriptor.Methods.SelectMany(m => new[] { m.InputType, m.OutputType }).ToHashSet();
        for (var before = 0; before < messages.Count;)
        {
            before = messages.Count;
            messages.UnionWith(messages.ToList().SelectMany(m => m.Fields.InDeclarationOrder()).Where(f => f.FieldType is Google.Protobuf.Reflection.FieldType.Message).Select(f => f.MessageType));
        }
        Assert.Empty(messages.Select(m => m.Name).Intersect(["Actor", "Orderer", "Tenant", "Access", "ContractorReference", "WorkOrderSummary", "LogEntry", "Question"]));
    }

    /// <summary>Every kind of event there is; the last one's revision.</summary>
    private async Task<long> LiveAsync(long number)
    {
        await scene.Firm.AskQuestionAsync(new() { RequestId = Scene.NewId(), Number = number, Text = $"{Marker} fråga" });
        await scene.Elsa.AnswerQuestionAsync(new() { RequestId = Scene.NewId(), Number = number, QuestionId = 1, Text = $"{Marker} svar" });
        await scene.Firm.SendMessageAsync(new() { RequestId = Scene.NewId(), Number = number, Text = $"{Marker} meddelande" });
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Text = $"{Marker} notering", Phrase = "Tid är bokad med kund" });
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Text = $"{Marker} notering" });
        await scene.Firm.UpdateWorkOrderAsync(new()
        {
            RequestId = Scene.NewId(),
            Number = number,
            Changes = new() { PlannedFor = "2026-12-03", Properties = $"{Marker} p", SerialNumber = $"{Marker} s", UnitNote = $"{Marker} u", ActionPerformed = $"{Marker} a" },
            UpdateMask = new() { Paths = { "planned_for", "properties", "serial_number", "unit_note", "action_performed" } },
        });
        await scene.Firm.UpdateTenantContactAsync(new() { RequestId = Scene.NewId(), Number = number, HomePhone = $"070-{Phone}" });
        await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number });
        await scene.Firm.CompleteWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, ActionPerformed = $"{Marker} åtgärd" });
        await scene.Elsa.ReopenWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, Reason = $"{Marker} skäl" });
        await scene.Dispatch.ReassignWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, ContractorId = Scene.RivalId, Reason = $"{Marker} omplacering" });
        await scene.Rival.DeclineWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, Reason = $"{Marker} avslag" });
        return (await scene.Elsa.CancelWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, Reason = $"{Marker} makulering" })).Revision;
    }
}
