namespace WorkOrders.Board.Portal.Order;

/// <summary>
/// A field that somebody edits: as it was when they began, as they have it, and as the server has it now. What the two
/// parties do to different fields is no conflict, and neither is the same text from both.
/// </summary>
/// <param name="Since">The revision of which <paramref name="Base"/> is.</param>
public sealed record FieldEdit(string Base, string Mine, string Theirs, long Since)
{
    public static FieldEdit Of(string value, long revision) => new(value, value, value, revision);

    /// <summary>What is on the screen is not what the server has.</summary>
    public bool IsUnsaved => !Same(Mine, Theirs);

    /// <summary>Somebody else has changed it meanwhile, to something else.</summary>
    public bool IsConflict => !Same(Theirs, Base) && IsUnsaved;

    public FieldEdit Type(string text) => this with { Mine = text };

    /// <summary>The server's value of now. It just appears where nothing was typed; otherwise both stand.</summary>
    public FieldEdit Now(string theirs, long revision)
    {
        var untouched = Same(Mine, Base) && Same(Theirs, Base);
        if (untouched || Same(theirs, Mine))
            return Same(theirs, Mine) ? new(theirs, Mine, theirs, revision) : Of(theirs, revision);
        // they are back where it began: nothing stands against what was typed
        return this with { Theirs = theirs };
    }

    /// <summary>The server has taken in <paramref name="sent"/>; what was typed since is still to be saved.</summary>
    public FieldEdit Saved(string sent, string theirs, long revision) =>
        Same(Mine, sent) ? Of(theirs, revision) : new(theirs, Mine, theirs, revision);

    /// <summary>Theirs was seen; mine shall stand.</summary>
    public FieldEdit KeepMine(long revision) => this with { Base = Theirs, Since = revision };

    public FieldEdit TakeTheirs(long revision) => Of(Theirs, revision);

    // the server cuts white space at both ends, a browser writes line ends in its own way
    private static bool Same(string one, string other) =>
        one == other || one.ReplaceLineEndings("\n").Trim() == other.ReplaceLineEndings("\n").Trim();
}
