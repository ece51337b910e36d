using WorkOrders.Board.Live;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch.Orders;

/// <summary>What has become of many orders that were to go to a contractor.</summary>
internal sealed record Reassignment(string Contractor, IReadOnlyList<(long Number, Refusal? Why)> Results)
{
    public IReadOnlyList<long> Moved => [.. Results.Where(r => r.Why is null).Select(r => r.Number)];

    public IReadOnlyList<long> Left => [.. Results.Where(r => r.Why is not null).Select(r => r.Number)];

    public static Reassignment Of(string contractor, ReassignWorkOrdersResponse answer) =>
        new(contractor, [.. answer.Results.Select(r => (r.Number, r.Refusal?.ToRefusal()))]);

    public string Summary(Words words) => Left.Count == 0
        ? words.Format("Reassign.AllDone", Numbers.Count(Moved.Count), Contractor)
        : words.Format("Reassign.SomeDone", Numbers.Count(Moved.Count), Numbers.Count(Results.Count), Contractor, Numbers.Count(Left.Count));

    /// <summary>One sentence, and what was wrong with the wish itself: that the contractor has the order already.</summary>
    public static string Explain(Refusal why, Words words) =>
        why.Fields(words).Select(f => f.Text).ToList() is { Count: > 0 } fields ? string.Join(' ', fields) : why.Message(words);
}
