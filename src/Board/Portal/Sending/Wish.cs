using System.Text.Json;
using System.Text.Json.Serialization;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Sending;

public enum WishKind
{
    Accept,
    Note,
    Question,
    Complete,
}

/// <summary>
/// Something that somebody wants done to an order: written down before it is sent for the first time, and kept until the
/// server has answered. It keeps its request id for ever, so that however often it is sent, it happens once.
/// </summary>
public sealed record Wish
{
    public required string RequestId { get; init; }
    public required string Account { get; init; }
    public required long Number { get; init; }
    public required WishKind Kind { get; init; }

    /// <summary>The request of the contract; its photos are put in when they are up.</summary>
    public required byte[] Request { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The order as its author saw it: what has happened after that revision of that log, they could not know of.</summary>
    public long SeenRevision { get; init; }
    public string SeenLog { get; init; } = "";

    /// <summary>The keys of its photos on this device, in order.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];

    /// <summary>Somebody has decided to send it although it is old.</summary>
    public bool Decided { get; init; }

    /// <summary>Its photos had to be sent a second time.</summary>
    public bool PhotosSentAgain { get; init; }

    /// <summary>Why it wasn't done; null while it waits.</summary>
    public Because? Because { get; init; }

    /// <summary>What was typed, for the eyes: the phrase and the text.</summary>
    [JsonIgnore]
    public string Text => Kind switch
    {
        WishKind.Note when AddNoteRequest.Parser.ParseFrom(Request) is var note =>
            string.Join('\n', new[] { note.Phrase, note.Text }.Where(t => t.Length > 0)),
        WishKind.Question => AskQuestionRequest.Parser.ParseFrom(Request).Text,
        WishKind.Complete => CompleteWorkOrderRequest.Parser.ParseFrom(Request).ActionPerformed,
        _ => "",
    };

    public string Write() => JsonSerializer.Serialize(this, WishJson.Default.Wish);

    /// <summary>Those of a version that these pages can't read stay where they are, for the pages that can.</summary>
    public static IReadOnlyList<Wish> ReadAll(IEnumerable<string> written) => [.. written.Select(TryRead).OfType<Wish>()];

    private static Wish? TryRead(string written)
    {
        try
        {
            return Read(written);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static Wish Read(string written) => JsonSerializer.Deserialize(written, WishJson.Default.Wish)!;
}

[JsonSerializable(typeof(Wish))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class WishJson : JsonSerializerContext;
