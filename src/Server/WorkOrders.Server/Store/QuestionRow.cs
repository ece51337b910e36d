using WorkOrders.Domain;

namespace WorkOrders.Server.Store;

/// <summary>
/// A question by what lists of questions filter and sort by. Its words stand in the order's document alone, and so does
/// who answered.
/// </summary>
internal sealed record QuestionRow
{
    /// <summary>The order. Key, together with <see cref="QuestionId"/>.</summary>
    public required long Number { get; init; }

    /// <summary>Counts from 1 within its order.</summary>
    public required int QuestionId { get; init; }

    /// <summary>Who asked.</summary>
    public required string ContractorId { get; init; }

    /// <summary>Who asked, as long as it sees the order: nobody waits for the answer to any other question.</summary>
    public string? VisibleTo { get; init; }

    /// <summary>The sign-in of the order's orderer.</summary>
    public string? OrdererAccount { get; init; }

    /// <summary>Unix milliseconds, as all instants.</summary>
    public required long AskedAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public long? AnsweredAt { get; init; }

    /// <summary>When it has waited too long; null for those that are older than clocks.</summary>
    public long? EscalatesAt { get; init; }

    /// <summary>The rows that differ after a change; of an order without questions none.</summary>
    public static IEnumerable<QuestionRow> Changed(WorkOrder? before, WorkOrder after) =>
        after.Questions.Count == 0 ? [] : Of(after).Except(before is null ? [] : Of(before));

    public static IEnumerable<QuestionRow> Of(WorkOrder order) => order.Questions.Select(q => new QuestionRow
    {
        Number = order.Number,
        QuestionId = q.Id,
        ContractorId = q.AskedBy.Contractor!.Id,
        VisibleTo = q.AskedBy.Is(order.VisibleTo) ? order.VisibleTo : null,
        OrdererAccount = order.Orderer?.AccountId,
        AskedAt = q.AskedAt.ToUnixTimeMilliseconds(),
        AnsweredAt = q.Answer?.AnsweredAt.ToUnixTimeMilliseconds(),
        EscalatesAt = q.EscalatesAt?.ToUnixTimeMilliseconds(),
    });
}
