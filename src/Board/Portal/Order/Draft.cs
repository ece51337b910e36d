namespace WorkOrders.Board.Portal.Order;

/// <summary>
/// A form's fields, by their paths in the contract, merged three ways and each for itself: as loaded, as typed, as they
/// are now. Immutable.
/// </summary>
public sealed class Draft
{
    private readonly Dictionary<string, FieldEdit> _fields;
    private readonly long _revision;

    private Draft(Dictionary<string, FieldEdit> fields, long revision) => (_fields, _revision) = (fields, revision);

    public static Draft Of(IReadOnlyDictionary<string, string> values, long revision = 0) =>
        new(values.ToDictionary(v => v.Key, v => FieldEdit.Of(v.Value, revision)), revision);

    public FieldEdit this[string path] => _fields[path];

    /// <summary>In the form's order.</summary>
    public IEnumerable<string> Paths => _fields.Keys;

    public IEnumerable<string> Unsaved => Paths.Where(p => _fields[p].IsUnsaved);

    public IEnumerable<string> Conflicts => Paths.Where(p => _fields[p].IsConflict);

    /// <summary>What the form shows.</summary>
    public IReadOnlyDictionary<string, string> Mine => _fields.ToDictionary(f => f.Key, f => f.Value.Mine);

    public Draft Type(string path, string text) => With(path, _fields[path].Type(text));

    /// <summary>The server has these values, as of this revision or a later one.</summary>
    public Draft Now(IReadOnlyDictionary<string, string> values, long revision) =>
        new(_fields.ToDictionary(f => f.Key, f => f.Value.Now(values[f.Key], revision)), Math.Max(_revision, revision));

    /// <summary>The server has taken in what was sent, and answered with these values.</summary>
    public Draft Saved(IReadOnlyDictionary<string, string> sent, IReadOnlyDictionary<string, string> values, long revision) =>
        new(_fields.ToDictionary(
            f => f.Key,
            f => sent.TryGetValue(f.Key, out var text) ? f.Value.Saved(text, values[f.Key], revision) : f.Value.Now(values[f.Key], revision)),
            Math.Max(_revision, revision));

    public Draft KeepMine(string path) => With(path, _fields[path].KeepMine(_revision));

    public Draft TakeTheirs(string path) => With(path, _fields[path].TakeTheirs(_revision));

    /// <summary>Nothing was typed.</summary>
    public Draft Discard() => new(_fields.ToDictionary(f => f.Key, f => f.Value.TakeTheirs(_revision)), _revision);

    /// <summary>What is to be kept of it, so that it outlives the page: the fields that are not saved, each with what it began from.</summary>
    public Dictionary<string, KeptField> Keep() =>
        Unsaved.ToDictionary(p => p, p => new KeptField(_fields[p].Base, _fields[p].Mine, _fields[p].Since));

    /// <summary>Takes up what was kept, against what the server has by now.</summary>
    public Draft Restore(IReadOnlyDictionary<string, KeptField> kept) =>
        new(_fields.ToDictionary(
            f => f.Key,
            f => kept.TryGetValue(f.Key, out var k)
                ? new FieldEdit(k.Base, k.Mine, k.Base, k.Since).Now(f.Value.Theirs, _revision)
                : f.Value),
            _revision);

    private Draft With(string path, FieldEdit field) => new(new Dictionary<string, FieldEdit>(_fields) { [path] = field }, _revision);
}
