using WorkOrders.Board.Portal.Order;
using WorkOrders.V1;
using static WorkOrders.V1.WorkOrderCommand;

namespace WorkOrders.Board.Tests.Portal.Order;

public sealed class NoteFormTests
{
    private static readonly Phrase[] Phrases =
        [new() { Text = "Tid är bokad med kund", TenantVisible = true }, new() { Text = "Sökt kund men telefonnummer stämmer ej" }];

    private readonly Editing _editing = new(Drafts.Note, NoteForm.Begin(Order(AddNote, AskQuestion)));

    [Fact]
    public void Whoever_chooses_a_phrase_has_chosen_the_event()
    {
        _editing.Choose("Tid är bokad med kund");

        Assert.Equal(NoteForm.Information, _editing.Draft[NoteForm.Event].Mine);
        Assert.Empty(NoteForm.Missing(_editing.Draft));
    }

    [Fact]
    public void Where_there_is_one_event_it_is_chosen() =>
        Assert.Equal(NoteForm.Information, NoteForm.Begin(Order(AddNote))[NoteForm.Event].Mine);

    [Theory]
    [InlineData("", "", "Ring först", NoteForm.Event)]
    [InlineData(NoteForm.Information, "", " ", NoteForm.Text)]
    [InlineData(NoteForm.Question, "", "", NoteForm.Text)]
    [InlineData(NoteForm.Question, "Tid är bokad med kund", "", NoteForm.Text)]
    [InlineData(NoteForm.Question, "", "Ska jag byta blandare?", null)]
    [InlineData(NoteForm.Information, "", "Ring först", null)]
    public void What_is_missing_is_told(string happening, string phrase, string text, string? missing)
    {
        _editing.Type(NoteForm.Event, happening);
        _editing.Type(NoteForm.Phrase, phrase);
        _editing.Type(NoteForm.Text, text);

        Assert.Equal(missing, NoteForm.Missing(_editing.Draft).Keys.SingleOrDefault());
    }

    [Fact]
    public void Photos_alone_are_a_note()
    {
        _editing.Type(NoteForm.Event, NoteForm.Information);

        Assert.Empty(NoteForm.Missing(_editing.Draft, hasPhotos: true));
    }

    [Theory]
    [InlineData(NoteForm.Information, "Tid är bokad med kund", "", "Order.TenantSeesPhrase")]
    [InlineData(NoteForm.Information, "Tid är bokad med kund", "Kl. 10", "Order.TenantSeesPhraseOnly")]
    [InlineData(NoteForm.Information, "Sökt kund men telefonnummer stämmer ej", "", "Order.TenantSeesNothing")]
    [InlineData(NoteForm.Information, "", "Kl. 10", "Order.TenantSeesNothing")]
    [InlineData(NoteForm.Question, "Tid är bokad med kund", "Kl. 10", "Order.TenantSeesNoQuestion")]
    public void Who_will_see_it_is_known_before_it_is_saved(string happening, string phrase, string text, string key)
    {
        _editing.Type(NoteForm.Event, happening);
        _editing.Type(NoteForm.Phrase, phrase);
        _editing.Type(NoteForm.Text, text);

        Assert.Equal(key, NoteForm.Audience(_editing.Draft, Phrases));
    }

    private static WorkOrder Order(params WorkOrderCommand[] allowed) => new() { AllowedCommands = { allowed } };
}
