using WorkOrders.Domain;

namespace WorkOrders.Server.Wire;

/// <summary>A wish on its way to the writer: read, and found well-formed. One kind for each way in which orders are looked up.</summary>
internal abstract record Submission(CommandKind Kind, Actor By, DateTimeOffset At, RequestKey? Request);

/// <summary>
/// An order that does not exist yet. The command's number 0 stands for the next one; whoever loads orders from
/// elsewhere may give a higher one.
/// </summary>
internal sealed record NewOrder(Command Command, RequestKey? Request = null) : Submission(Command.Kind, Command.By, Command.At, Request);

/// <param name="Etag">As the caller last read it, or empty: then no matter what has happened since.</param>
internal sealed record OneOrder(long Number, Command Command, string Etag = "", RequestKey? Request = null)
    : Submission(Command.Kind, Command.By, Command.At, Request);

/// <summary>What of a bundle waits for the caller.</summary>
internal sealed record WholeBundle(Bundle Bundle, AcceptBundle Command, RequestKey? Request = null)
    : Submission(Command.Kind, Command.By, Command.At, Request);

/// <summary>A group of a bundle, with positions as the numbers are given.</summary>
internal sealed record Group(IReadOnlyList<long> Numbers, Actor By, DateTimeOffset At, RequestKey? Request = null)
    : Submission(CommandKind.JoinBundle, By, At, Request);

/// <summary>What tells a repetition from another request: the id that the client made up, and a hash of all the rest.</summary>
internal sealed record RequestKey(Guid Id, byte[] BodyHash);

/// <summary>By whom, and when.</summary>
internal readonly record struct Asked(Actor By, DateTimeOffset At);
