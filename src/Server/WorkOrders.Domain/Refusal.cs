namespace WorkOrders.Domain;

public enum RefusalKind
{
    /// <summary>Wrong whatever the order's state; see <see cref="Refusal.Violations"/>.</summary>
    Malformed,
    /// <summary>Nobody in that role may ever do this.</summary>
    NotAllowedForRole,
    /// <summary>No such order, or not the caller's: the two are not to be told apart.</summary>
    NotFound,
    /// <summary>Not in the order's present status.</summary>
    InvalidTransition,
    /// <summary>No such question, or it has its answer.</summary>
    QuestionNotOpen,
    /// <summary>Of another object, or with another contractor.</summary>
    BundleMismatch,
    /// <summary>The question waits for somebody else; see <see cref="Refusal.WaitsFor"/>.</summary>
    QuestionNotYours,
}

/// <summary>Why a command changes nothing. A refusal of kind NotFound holds nothing of the order.</summary>
public sealed record Refusal(RefusalKind Kind, CommandKind Command)
{
    public long? Number { get; init; }
    public WorkOrderStatus? Status { get; init; }
    /// <summary>What the caller may do with the order instead.</summary>
    public IReadOnlyList<CommandKind> Allowed { get; init; } = [];
    public IReadOnlyList<Violation> Violations { get; init; } = [];
    public WaitsFor? WaitsFor { get; init; }
}
