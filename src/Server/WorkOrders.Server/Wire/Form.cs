using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf;
using WorkOrders.Domain;

namespace WorkOrders.Server.Wire;

/// <summary>
/// Reads one request as if it were a form: takes every field, notes all that is wrong, and only then refuses. What is
/// wrong in the core's eyes it asks the core.
/// </summary>
internal sealed partial class Form(IMessage request)
{
    private readonly FieldViolations _wrong = new();

    public long Number(long number)
    {
        if (number < 1) Wrong("number", ViolationKind.Required);
        return number;
    }

    public string Etag(string etag)
    {
        if (etag.Length > 64) Wrong("etag", ViolationKind.TooLong);
        return etag;
    }

    /// <summary>A text of the caller's: white space at both ends is cut away. Null stands for empty.</summary>
    public static string Text(string? text) => (text ?? "").Trim();

    public DateOnly? Day(string field, string? text)
    {
        if (Text(text) is not { Length: > 0 } given) return null;
        if (Times.TryReadDay(given, out var day)) return day;

        Wrong(field, "Ska vara ett datum: ÅÅÅÅ-MM-DD.", "Must be a date: YYYY-MM-DD.");
        return null;
    }

    /// <summary>Its name is looked up later: who has no right to ask shall not learn which contractors there are.</summary>
    public ContractorRef Contractor(string field, string id)
    {
        if (Text(id).Length == 0) Wrong(field, ViolationKind.Required);
        else if (!ContractorId.IsMatch(Text(id))) Wrong(field, "Ska ha formen 1999/99999.", "Must be of the form 1999/99999.");
        return new(Text(id), "");
    }

    /// <summary>Their sizes are looked up later, together with whether they may be taken.</summary>
    public IReadOnlyList<Photo> Photos(IReadOnlyList<string> ids)
    {
        if (ids.All(id => Guid.TryParseExact(id, "D", out _))) return [.. ids.Select(id => new Photo(Guid.ParseExact(id, "D"), 0, 0))];

        Wrong("photo_ids", "Ska vara UUID:n.", "Must be UUIDs.");
        return [];
    }

    public void Required(string field, string text)
    {
        if (TextRules.IsBlank(text)) Wrong(field, ViolationKind.Required);
    }

    public void Wrong(string field, ViolationKind kind) => _wrong.Add(field, kind);

    public void Wrong(string field, string swedish, string english) => _wrong.Add(field, swedish, english);

    /// <summary>Adds what the core finds wrong with the command.</summary>
    public T Checked<T>(T command) where T : Command
    {
        foreach (var violation in command.Violations())
            Wrong(violation.Field, violation.Kind);
        return command;
    }

    /// <summary>Last of all: refuses if anything is wrong. Takes the id out of the request, which is not needed any more.</summary>
    public RequestKey Close()
    {
        var field = request.Descriptor.FindFieldByName("request_id");
        if (!Guid.TryParseExact(field.Accessor.GetValue(request) as string, "D", out var id) || id == Guid.Empty)
            Wrong("request_id", "Ska vara ett UUID.", "Must be a UUID.");
        _wrong.ThrowIfAny();

        field.Accessor.Clear(request);
        // the rpc's name too: to accept 2375 and to take 2375 out of its bundle are the same bytes
        var name = Encoding.UTF8.GetBytes(request.Descriptor.FullName);
        return new(id, SHA256.HashData([.. name, 0, .. request.ToByteArray()]));
    }

    [GeneratedRegex(@"\A[0-9]{4}/[0-9]{1,10}\z")]
    private static partial Regex ContractorId { get; }
}
