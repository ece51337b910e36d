using System.Collections.Immutable;
using WorkOrders.V1;

namespace WorkOrders.Board.Desk;

/// <summary>Which question.</summary>
public sealed record QuestionKey(long Number, int QuestionId)
{
    public static QuestionKey Of(ListedQuestion asked) => new(asked.WorkOrder.Number, asked.Question.QuestionId);
}

/// <summary>A question on the desk.</summary>
/// <param name="IsGone">It waits no longer: answered by somebody else, or its order went elsewhere. It stays as long as somebody is at it.</param>
public sealed record DeskItem(ListedQuestion Asked, bool IsGone = false)
{
    public QuestionKey Key { get; } = QuestionKey.Of(Asked);

    public DateTimeOffset AskedAt => Asked.Question.AskedAt.ToDateTimeOffset();
}

/// <summary>
/// The questions on a desk, the longest waiting first; but what somebody is writing an answer to stays where it is, with
/// everything above it, whatever comes and goes meanwhile. Nothing that was begun goes before it is sent or thrown away.
/// </summary>
public sealed record DeskQuestions(ImmutableList<DeskItem> Items)
{
    private ImmutableDictionary<QuestionKey, long> _done = ImmutableDictionary<QuestionKey, long>.Empty;

    public static DeskQuestions None { get; } = new([]);

    /// <summary>What the server has now, as of a revision.</summary>
    /// <param name="listed">The longest waiting first.</param>
    /// <param name="revision">What was answered here later than that isn't listed any more, whatever the list says.</param>
    /// <param name="held">The one in whose answer the caret stands; null if it is elsewhere.</param>
    /// <param name="begun">Those that have a half-written answer.</param>
    public DeskQuestions Now(IEnumerable<ListedQuestion> listed, long revision, QuestionKey? held, IReadOnlySet<QuestionKey> begun)
    {
        var fresh = listed.Select(q => new DeskItem(q)).Where(i => !(_done.GetValueOrDefault(i.Key) > revision)).ToList();
        var known = fresh.ToDictionary(i => i.Key);
        var fixedUntil = held is null ? -1 : Items.FindIndex(i => i.Key == held);

        var above = Items.Take(fixedUntil + 1).Select(i => known.GetValueOrDefault(i.Key) ?? i with { IsGone = true }).ToList();
        var kept = above.Select(i => i.Key).ToHashSet();
        var unfinished = Items.Skip(fixedUntil + 1).Where(i => begun.Contains(i.Key) && !known.ContainsKey(i.Key)).Select(i => i with { IsGone = true });
        var below = fresh.Where(i => !kept.Contains(i.Key)).Concat(unfinished)
            .OrderBy(i => i.AskedAt).ThenBy(i => i.Key.Number).ThenBy(i => i.Key.QuestionId);
        return this with { Items = [.. above, .. below] };
    }

    /// <summary>It was answered here: off the desk at once.</summary>
    public DeskQuestions Answered(QuestionKey key, long revision) =>
        Without(key) with { _done = _done.SetItem(key, revision) };

    /// <summary>A half-written answer to what waits no longer was thrown away.</summary>
    public DeskQuestions Without(QuestionKey key) => this with { Items = Items.RemoveAll(i => i.Key == key) };

    /// <summary>The one after it, which one goes on with; or the one before, or none.</summary>
    public QuestionKey? After(QuestionKey key)
    {
        var place = Items.FindIndex(i => i.Key == key);
        return Items.Skip(place + 1).Concat(Items.Take(Math.Max(place, 0)).Reverse()).FirstOrDefault(i => i.Key != key)?.Key;
    }
}
