using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using WorkOrders.Board.Shared;

namespace WorkOrders.Board.Live;

/// <summary>Why the server did not do what it was asked, for people: in both languages, field by field where fields are wrong.</summary>
public sealed class Refusal
{
    private readonly Google.Rpc.Status _told;

    public Refusal(RpcException e)
        : this(e.StatusCode, e.Trailers.GetRpcStatus(ignoreParseError: true) ?? new())
    {
    }

    /// <summary>One that was written down: <see cref="Code"/> and <see cref="ToBytes"/>.</summary>
    public Refusal(StatusCode code, Google.Rpc.Status told)
    {
        _told = told;
        Code = code;
        var info = _told.GetDetail<ErrorInfo>();
        Reason = info?.Reason ?? "";
        Metadata = info?.Metadata.ToDictionary() ?? [];
    }

    public StatusCode Code { get; }

    /// <summary>The stable name of errors.proto, such as <c>INVALID_STATE_TRANSITION</c>; empty if no server of ours has answered.</summary>
    public string Reason { get; }

    /// <summary>Everything dynamic in the message, by its name in errors.proto.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The server was not reached, or could not answer just now: the same call may succeed later.</summary>
    public bool IsPassing =>
        // without a reason it was not our server that spoke: a proxy, or the browser for want of a network
        Reason.Length == 0 ? Code is not StatusCode.Unauthenticated : Code is StatusCode.Unavailable or StatusCode.ResourceExhausted;

    /// <summary>Somebody has to sign in.</summary>
    public bool IsSignedOut => Code is StatusCode.Unauthenticated;

    /// <summary>What the server told, as it came.</summary>
    public byte[] ToBytes() => _told.ToByteArray();

    /// <summary>A detail of errors.proto; null if there is none of that kind.</summary>
    public T? Detail<T>() where T : class, IMessage<T>, new() => _told.GetDetail<T>();

    /// <summary>One sentence, in the reader's language.</summary>
    public string Message(Words words)
    {
        var locale = words.Language == Language.Swedish ? "sv-SE" : "en";
        return _told.Details.Where(d => d.Is(LocalizedMessage.Descriptor)).Select(d => d.Unpack<LocalizedMessage>())
            .FirstOrDefault(t => t.Locale == locale)?.Message ?? words["Problem.NoAnswer"];
    }

    /// <summary>What is wrong with which field, by its path in the contract.</summary>
    public IEnumerable<(string Field, string Text)> Fields(Words words) =>
        _told.GetDetail<BadRequest>()?.FieldViolations.Select(v =>
            (v.Field, words.Language == Language.Swedish && v.LocalizedMessage is { } swedish ? swedish.Message : v.Description)) ?? [];
}
