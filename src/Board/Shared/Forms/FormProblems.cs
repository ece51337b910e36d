using WorkOrders.Board.Live;

namespace WorkOrders.Board.Shared.Forms;

/// <summary>All that is wrong with a form. Each attempt to send it has its own, so that the next one is told of anew.</summary>
public sealed class FormProblems(IEnumerable<FormProblem> all)
{
    public static FormProblems None { get; } = new([]);

    public IReadOnlyList<FormProblem> All { get; } = [.. all];

    public bool Any => All.Count > 0;

    /// <summary>What the server has refused: field by field, or as a whole.</summary>
    public static FormProblems Of(Refusal refusal)
    {
        // texts come in either language, in the same order
        var fields = refusal.Fields(new Words()).Select((f, i) =>
            new FormProblem(f.Field, words => refusal.Fields(words).ElementAt(i).Text)).ToList();
        return fields.Count > 0 ? new(fields) : new([new("", words => Whole(refusal, words))]);
    }

    /// <summary>What is wrong with one field; null if nothing is.</summary>
    public string? Of(string field, Words words) => All.FirstOrDefault(p => p.Field == field)?.Text(words);

    private static string Whole(Refusal refusal, Words words) =>
        refusal.IsPassing ? $"{refusal.Message(words)} {words["Forms.TryAgain"]}" : refusal.Message(words);
}
