using Grpc.Core;
using WorkOrders.V1;
using static WorkOrders.V1.DispatchService;

namespace WorkOrders.Server.Tests.Lifecycle;

/// <summary>The landlord edits the standard phrases; notes are held to what the catalogue has.</summary>
public sealed class PhraseCatalogueTests
{
    [Fact]
    public async Task A_new_phrase_is_offered_last_and_can_be_noted_at_once()
    {
        await using var scene = await Scene.StartAsync();
        var catalogue = (await Desk(scene).AddPhraseAsync(Add("Portkod saknas", tenantVisible: true))).Phrases;
        Assert.Equal(11, catalogue.Count);
        Assert.Equal(new CataloguePhrase { Phrase = new() { Text = "Portkod saknas", TenantVisible = true } }, catalogue[^1]);
        Assert.Equal("Portkod saknas", (await scene.Firm.ListPhrasesAsync(new())).Phrases[^1].Text);

        var number = (await scene.OrderedAsync()).Number;
        await NoteAsync(scene, number, "Portkod saknas");
        Assert.Equal("Portkod saknas", (await scene.EventsOfAsync(number))[^1].NoteAdded.Phrase);
    }

    [Fact]
    public async Task Old_notes_keep_their_text_and_their_tenants()
    {
        await using var scene = await Scene.StartAsync();
        var number = (await scene.OrderedAsync()).Number;
        await NoteAsync(scene, number, "Tid är bokad med kund");
        await Desk(scene).UpdatePhraseAsync(Change("Tid är bokad med kund", "Tid är bokad med hyresgäst", tenantVisible: false));
        await NoteAsync(scene, number, "Tid är bokad med hyresgäst");

        var log = (await scene.Dispatch.ListWorkOrderLogAsync(new() { Number = number })).Entries;
        Assert.Equal([("Tid är bokad med hyresgäst", false), ("Tid är bokad med kund", true)], log.Take(2).Select(e => (e.Text, e.TenantVisible)));
        (await Refusal.OfAsync(scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Phrase = "Tid är bokad med kund" })))
            .Is(StatusCode.InvalidArgument, "FIELD_VIOLATION");
        // it keeps its place
        Assert.Equal("Tid är bokad med hyresgäst", (await scene.Firm.ListPhrasesAsync(new())).Phrases[3].Text);
    }

    [Fact]
    public async Task A_retired_phrase_is_not_offered_and_not_taken_and_can_come_back()
    {
        await using var scene = await Scene.StartAsync();
        var number = (await scene.OrderedAsync()).Number;
        await Desk(scene).UpdatePhraseAsync(Change("Material är beställt", "Material är beställt", tenantVisible: true, retired: true));
        Assert.DoesNotContain((await scene.Firm.ListPhrasesAsync(new())).Phrases, p => p.Text == "Material är beställt");
        var refusal = await Refusal.OfAsync(scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Phrase = "Material är beställt" }));
        Assert.Equal(["phrase"], refusal.Fields);

        await scene.Server.RestartAsync();
        Assert.Equal(9, (await scene.Firm.ListPhrasesAsync(new())).Phrases.Count);
        await Desk(scene).UpdatePhraseAsync(Change("Material är beställt", "Material är beställt", tenantVisible: true));
        await NoteAsync(scene, number, "Material är beställt");
    }

    [Fact]
    public async Task A_phrase_is_moved_to_a_place_and_those_behind_it_make_room()
    {
        await using var scene = await Scene.StartAsync();
        var change = Change("Tid är bokad med kund", "Tid är bokad", tenantVisible: true);
        change.Position = 1;
        await Desk(scene).UpdatePhraseAsync(change);
        Assert.Equal(["Tid är bokad", "Entreprenör är beställd", "Hyresgäst är kontaktad", "Material är beställt", "Felet stämmer inte med vad som står på AO"], await OfferedAsync(5));

        change = Change("Tid är bokad", "Tid är bokad", tenantVisible: true);
        change.Position = uint.MaxValue;
        var catalogue = (await Desk(scene).UpdatePhraseAsync(change)).Phrases;
        Assert.Equal("Tid är bokad", catalogue[^1].Phrase.Text);
        await scene.Server.RestartAsync();
        Assert.Equal(catalogue.Select(p => p.Phrase.Text), await OfferedAsync(10));

        async Task<IEnumerable<string>> OfferedAsync(int first) => (await scene.Firm.ListPhrasesAsync(new())).Phrases.Take(first).Select(p => p.Text);
    }

    [Fact]
    public async Task The_landlord_says_which_phrase_means_that_the_tenant_was_contacted()
    {
        await using var scene = await Scene.StartAsync();
        var add = Add("Ringt upp");
        add.Phrase.MeansContact = true;
        Assert.True((await Desk(scene).AddPhraseAsync(add)).Phrases[^1].Phrase.MeansContact);
        var change = Change("Tid är bokad med kund", "Tid är bokad med kund", tenantVisible: true);
        Assert.DoesNotContain((await Desk(scene).UpdatePhraseAsync(change)).Phrases, p => p.Phrase is { Text: "Tid är bokad med kund", MeansContact: true });

        var number = (await scene.AcceptedAsync()).Number;
        await NoteAsync(scene, number, "Tid är bokad med kund");
        Assert.Null((await scene.Elsa.GetWorkOrderAsync(new() { Number = number })).WorkOrder.ContactedAt);
        await NoteAsync(scene, number, "Ringt upp");
        Assert.NotNull((await scene.Elsa.GetWorkOrderAsync(new() { Number = number })).WorkOrder.ContactedAt);
    }

    [Fact]
    public async Task A_repetition_changes_nothing_more()
    {
        await using var scene = await Scene.StartAsync();
        var add = Add("Portkod saknas");
        await Desk(scene).AddPhraseAsync(add);
        Assert.Equal(11, (await Desk(scene).AddPhraseAsync(add)).Phrases.Count);
        var change = Change("Portkod saknas", "Portkoden saknas");
        await Desk(scene).UpdatePhraseAsync(change);
        Assert.Contains((await Desk(scene).UpdatePhraseAsync(change)).Phrases, p => p.Phrase.Text == "Portkoden saknas");
        add.Phrase.TenantVisible = true;
        (await Refusal.OfAsync(Desk(scene).AddPhraseAsync(add))).Is(StatusCode.AlreadyExists, "REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task A_text_is_there_once_and_must_be_one()
    {
        await using var scene = await Scene.StartAsync();
        var desk = Desk(scene);
        (await Refusal.OfAsync(desk.AddPhraseAsync(Add("Hyresgäst är kontaktad")))).Is(StatusCode.AlreadyExists, "PHRASE_EXISTS");
        (await Refusal.OfAsync(desk.UpdatePhraseAsync(Change("Material är beställt", "Hyresgäst är kontaktad")))).Is(StatusCode.AlreadyExists, "PHRASE_EXISTS");
        (await Refusal.OfAsync(desk.UpdatePhraseAsync(Change("Finns inte", "Finns")))).Is(StatusCode.NotFound, "PHRASE_NOT_FOUND");
        foreach (var text in new[] { " ", "två\nrader", new string('x', 201) })
            Assert.Equal(["phrase.text"], (await Refusal.OfAsync(desk.AddPhraseAsync(Add(text)))).Fields);
        Assert.Equal(10, (await desk.ListPhraseCatalogueAsync(new())).Phrases.Count);
    }

    private static DispatchServiceClient Desk(Scene scene) => new(scene.Server.As("dispatch"));

    private static AddPhraseRequest Add(string text, bool tenantVisible = false) =>
        new() { RequestId = Scene.NewId(), Phrase = new() { Text = text, TenantVisible = tenantVisible } };

    private static UpdatePhraseRequest Change(string before, string after, bool tenantVisible = false, bool retired = false) => new()
    {
        RequestId = Scene.NewId(), Text = before, Phrase = new() { Phrase = new() { Text = after, TenantVisible = tenantVisible }, Retired = retired },
    };

    private static async Task NoteAsync(Scene scene, long number, string phrase) =>
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Phrase = phrase });
}
