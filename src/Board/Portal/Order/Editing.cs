using WorkOrders.Board.Live;
using WorkOrders.Board.Shared;

namespace WorkOrders.Board.Portal.Order;

/// <summary>A form that somebody is filling in: its draft, what is wrong with it, and who else changed the same.</summary>
/// <param name="form">Which of the order's forms, as <see cref="Drafts"/> keeps it.</param>
public sealed class Editing(string form, Draft draft)
{
    private Dictionary<string, string> _errors = [];

    /// <summary>Something was typed, or decided: to be kept.</summary>
    public event Action? Typed;

    public string Form { get; } = form;

    public Draft Draft { get; set; } = draft;

    public Authors Authors { get; } = new();

    /// <summary>When it was kept that which was taken up again; null if nothing was.</summary>
    public DateTimeOffset? TakenUpFrom { get; private set; }

    /// <summary>What is wrong with which field.</summary>
    public IReadOnlyDictionary<string, string> Errors => _errors;

    public string? ErrorOf(string path) => _errors.GetValueOrDefault(path);

    public void Type(string path, string? text)
    {
        Draft = Draft.Type(path, text ?? "");
        Typed?.Invoke();
    }

    public void KeepMine(string path)
    {
        Draft = Draft.KeepMine(path);
        _errors.Remove(path);
        Typed?.Invoke();
    }

    public void TakeTheirs(string path)
    {
        Draft = Draft.TakeTheirs(path);
        _errors.Remove(path);
        Typed?.Invoke();
    }

    public void Discard()
    {
        Draft = Draft.Discard();
        TakenUpFrom = null;
        _errors = [];
        Typed?.Invoke();
    }

    public void TakeUp(Kept kept)
    {
        var restored = Draft.Restore(kept.Fields);
        if (restored.Unsaved.Any())
            (Draft, TakenUpFrom) = (restored, kept.At);
    }

    /// <summary>It has reached the server: nothing of it is left to be kept.</summary>
    public void IsSent()
    {
        TakenUpFrom = null;
        _errors = [];
        Typed?.Invoke();
    }

    public void IsWrong(string path, string text) => _errors = new() { [path] = text };

    public void IsWrong(IReadOnlyDictionary<string, string> errors) => _errors = new(errors);

    /// <summary>Takes from a refusal what is wrong with the form's fields; false if it is about none of them.</summary>
    public bool IsWrong(Refusal why, Words words)
    {
        var told = why.Fields(words).Select(f => (Path: f.Field.Split('.')[^1], f.Text)).Where(f => Draft.Paths.Contains(f.Path));
        _errors = told.GroupBy(f => f.Path).ToDictionary(f => f.Key, f => string.Join(' ', f.Select(e => e.Text)));
        return _errors.Count > 0;
    }

    public void IsRight() => _errors = [];

    /// <summary>The changes of others that stand against what was typed, with who made them as far as that is known.</summary>
    public IEnumerable<(string Path, FieldChange? By)> Conflicts => Draft.Conflicts.Select(p => (p, Authors.Of(p, Draft[p].Since)));
}
