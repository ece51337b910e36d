using Google.Rpc;
using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Lifecycle;

public sealed class FieldTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task All_wrong_fields_of_a_new_order_are_told_at_once()
    {
        var refusal = await Refusal.OfAsync(scene.Elsa.RegisterWorkOrderAsync(new()
        {
            RequestId = "inget uuid",
            OrderClass = new string('x', 65),
            Type = (WorkOrderType)99,
            PropertyObject = new() { Floor = 4_000, Address = new() { PostalCode = "122 65" } },
            Tenant = new() { HomePhone = "ring mig", PreferredPhone = PreferredPhone.Mobile, MovedInOn = "i fjol" },
            Subject = new() { InstalledOn = "2010-13-01", UnitNote = "vänd\u202E" },
            PlannedFor = "imorgon",
            PlaceWithContractorId = "Testfirma",
        }));

        refusal.Is(StatusCode.InvalidArgument, "FIELD_VIOLATION");
        Assert.Equal(
        [
            "order_class", "place_with_contractor_id", "planned_for", "property_object.address.postal_code", "property_object.address.street",
            "property_object.floor", "property_object.number", "request_id", "subject.description", "subject.installed_on", "subject.unit_note",
            "tenant.home_phone", "tenant.moved_in_on", "tenant.preferred_phone", "type",
        ], refusal.Fields.Order(StringComparer.Ordinal));
        Assert.All(refusal.Detail<BadRequest>().FieldViolations, v => Assert.True(v.Description.Length > 0 && v.LocalizedMessage.Locale == "sv-SE"));
    }

    [Fact]
    public async Task An_empty_request_is_told_what_it_lacks()
    {
        Assert.Equal(["number", "reason", "request_id"], (await Refusal.OfAsync(scene.Firm.DeclineWorkOrderAsync(new()))).Fields.Order());
        Assert.Equal(["contractor_id", "number", "reason", "request_id"], (await Refusal.OfAsync(scene.Dispatch.ReassignWorkOrderAsync(new()))).Fields.Order());
        Assert.Equal(["number", "question_id", "request_id", "text"], (await Refusal.OfAsync(scene.Elsa.AnswerQuestionAsync(new()))).Fields.Order());
        Assert.Equal(["numbers", "request_id"], (await Refusal.OfAsync(scene.Elsa.BundleWorkOrdersAsync(new()))).Fields.Order());
        Assert.Equal(["bundle_number", "request_id"], (await Refusal.OfAsync(scene.Firm.AcceptBundleAsync(new()))).Fields.Order());
        Assert.Equal(["number", "request_id", "update_mask"], (await Refusal.OfAsync(scene.Firm.UpdateWorkOrderAsync(new()))).Fields.Order());
    }

    [Fact]
    public async Task A_mask_may_name_only_what_can_be_set()
    {
        var number = (await scene.OrderedAsync()).Number;
        var refusal = await Refusal.OfAsync(scene.Firm.UpdateWorkOrderAsync(new()
        {
            RequestId = Scene.NewId(), Number = number, Changes = new() { PlannedFor = "2019-02-30", Properties = new string('x', 201) },
            UpdateMask = new() { Paths = { "status", "planned_for", "contractor", "properties" } },
        }));
        Assert.Equal(["changes.planned_for", "changes.properties", "update_mask", "update_mask"], refusal.Fields.Order());
        Assert.Contains("'status' can't be set", refusal.Detail<BadRequest>().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_sets_what_its_mask_names_and_leaves_the_rest()
    {
        var number = (await scene.AcceptedAsync()).Number;
        var changes = new WorkOrderChanges { PlannedFor = "2019-08-21", SerialNumber = "SN 1", UnitNote = "inte med" };
        var answer = await scene.Firm.UpdateWorkOrderAsync(new()
        {
            RequestId = Scene.NewId(), Number = number, Changes = changes, UpdateMask = new() { Paths = { "planned_for", "serial_number" } },
        });
        Assert.Equal(("2019-08-21", "SN 1", ""), (answer.WorkOrder.PlannedFor, answer.WorkOrder.Subject.SerialNumber, answer.WorkOrder.Subject.UnitNote));

        var cleared = await scene.Firm.UpdateWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, UpdateMask = new() { Paths = { "planned_for" } } });
        Assert.Equal(("", "SN 1"), (cleared.WorkOrder.PlannedFor, cleared.WorkOrder.Subject.SerialNumber));
        Assert.Equal(["planned_for"], (await scene.EventsOfAsync(number))[^1].Updated.ChangedFields);
    }

    [Fact]
    public async Task A_phrase_must_be_in_the_catalogue_and_the_refusal_lists_it()
    {
        var number = (await scene.OrderedAsync()).Number;
        var refusal = await Refusal.OfAsync(scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Phrase = "Egen fras" }));
        Assert.Equal(["phrase"], refusal.Fields);
        Assert.Contains("Tid är bokad med kund", refusal.Detail<BadRequest>().FieldViolations.Single().Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData("a\0b")]
    [InlineData("\u202Evänd")]
    public async Task A_question_that_nobody_can_read_is_refused(string text) => Assert.Equal(["text"],
        (await Refusal.OfAsync(scene.Firm.AskQuestionAsync(new() { RequestId = Scene.NewId(), Number = (await scene.OrderedAsync()).Number, Text = text }))).Fields);

    [Fact]
    public async Task A_text_may_have_four_thousand_characters_after_its_ends_are_trimmed()
    {
        var number = (await scene.OrderedAsync()).Number;
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Text = $"  {new string('å', 4_000)}\n" });
        Assert.Equal(new string('å', 4_000), (await scene.EventsOfAsync(number))[^1].NoteAdded.Text);

        Assert.Equal(["text"], (await Refusal.OfAsync(scene.Firm.AddNoteAsync(
            new() { RequestId = Scene.NewId(), Number = number, Text = new string('å', 4_001) }))).Fields);
    }

    [Fact]
    public async Task What_was_done_may_be_left_out_where_the_order_holds_a_draft()
    {
        var number = (await scene.AcceptedAsync()).Number;
        Assert.Equal(["action_performed"], (await Refusal.OfAsync(scene.Firm.CompleteWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number }))).Fields);

        await scene.Firm.UpdateWorkOrderAsync(new()
        {
            RequestId = Scene.NewId(), Number = number, Changes = new() { ActionPerformed = "Bytt packning" }, UpdateMask = new() { Paths = { "action_performed" } },
        });
        var done = await scene.Firm.CompleteWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number });
        Assert.Equal("Bytt packning", done.WorkOrder.ActionPerformed);
    }

    [Fact]
    public async Task A_contractor_registers_a_finding_but_neither_places_it_nor_names_the_tenant()
    {
        var finding = Scene.GuideOrder();
        Assert.Equal(["access", "place_with_contractor_id", "tenant"], (await Refusal.OfAsync(scene.Firm.RegisterWorkOrderAsync(finding))).Fields.Order());

        (finding.Tenant, finding.Access, finding.PlaceWithContractorId) = (null, null, "");
        var found = (await scene.Firm.RegisterWorkOrderAsync(finding)).WorkOrder;
        Assert.Equal((WorkOrderStatus.Registered, null, null), (found.Status, found.Orderer, found.Contractor));

        var placed = (await scene.Elsa.PlaceWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = found.Number, ContractorId = Scene.RivalId })).WorkOrder;
        Assert.Equal((WorkOrderStatus.Ordered, "Elsa Österberg", "Söderorts Rörjour AB"), (placed.Status, placed.Orderer.Name, placed.Contractor.Name));
    }

    [Fact]
    public async Task The_star_must_stand_at_a_number()
    {
        var number = (await scene.OrderedAsync()).Number;
        var request = new UpdateTenantContactRequest { RequestId = Scene.NewId(), Number = number, MobilePhone = "070-1740605", PreferredPhone = PreferredPhone.Home };
        Assert.Equal(["preferred_phone"], (await Refusal.OfAsync(scene.Firm.UpdateTenantContactAsync(request))).Fields);

        request.PreferredPhone = PreferredPhone.Mobile;
        var tenant = (await scene.Firm.UpdateTenantContactAsync(request)).WorkOrder.Tenant;
        Assert.Equal(("Test Testsson", "", "070-1740605", PreferredPhone.Mobile), (tenant.Name, tenant.HomePhone, tenant.MobilePhone, tenant.PreferredPhone));
    }
}
