using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Order;

/// <summary>What is noted: the fields of Notera, and what they mean.</summary>
public static class NoteForm
{
    /// <summary>Händelse: <see cref="Information"/>, <see cref="Question"/>, or not chosen yet.</summary>
    public const string Event = "event";
    /// <summary>Fras.</summary>
    public const string Phrase = "phrase";
    /// <summary>Notering.</summary>
    public const string Text = "text";

    public const string Information = "note";
    public const string Question = "question";

    /// <summary>Nothing chosen, but for an event that is the only one.</summary>
    public static Draft Begin(WorkOrder order) =>
        Draft.Of(new Dictionary<string, string> { [Event] = Events(order) is [var only] ? only : "", [Phrase] = "", [Text] = "" });

    /// <summary>What one may note on the order now.</summary>
    public static IReadOnlyList<string> Events(WorkOrder order) =>
    [
        .. order.AllowedCommands.Contains(WorkOrderCommand.AddNote) ? [Information] : Array.Empty<string>(),
        .. order.AllowedCommands.Contains(WorkOrderCommand.AskQuestion) ? [Question] : Array.Empty<string>(),
    ];

    /// <summary>A phrase is a note: whoever has chosen one has chosen the event too.</summary>
    public static void Choose(this Editing editing, string phrase)
    {
        editing.Type(Phrase, phrase);
        if (editing.Draft[Event].Mine.Length == 0 && phrase.Length > 0)
            editing.Type(Event, Information);
    }

    /// <summary>What is missing, by field; the value is the key of its words.</summary>
    public static IReadOnlyDictionary<string, string> Missing(Draft draft, bool hasPhotos = false)
    {
        var hasText = !string.IsNullOrWhiteSpace(draft[Text].Mine);
        return draft[Event].Mine switch
        {
            Question when !hasText => new Dictionary<string, string> { [Text] = "Order.QuestionRequired" },
            Information when !hasText && draft[Phrase].Mine.Length == 0 && !hasPhotos =>
                new Dictionary<string, string> { [Text] = "Order.NoteRequired" },
            "" => new Dictionary<string, string> { [Event] = "Order.EventRequired" },
            _ => new Dictionary<string, string>(),
        };
    }

    /// <summary>Whether the tenant will see it; the key of the words that say so before it is saved.</summary>
    public static string Audience(Draft draft, IEnumerable<Phrase> phrases) => draft[Event].Mine switch
    {
        Question => "Order.TenantSeesNoQuestion",
        _ when phrases.FirstOrDefault(p => p.Text == draft[Phrase].Mine) is { TenantVisible: true } =>
            string.IsNullOrWhiteSpace(draft[Text].Mine) ? "Order.TenantSeesPhrase" : "Order.TenantSeesPhraseOnly",
        _ => "Order.TenantSeesNothing",
    };
}
