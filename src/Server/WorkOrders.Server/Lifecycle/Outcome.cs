using WorkOrders.Server.Wire;

namespace WorkOrders.Server.Lifecycle;

/// <summary>What becomes of a wish. A refusal is a value here, and is thrown to the caller alone.</summary>
internal abstract record Outcome
{
    private Outcome() { }

    public sealed record Done(Answer Answer) : Outcome;

    /// <param name="Why">As <see cref="Errors"/> words it.</param>
    public sealed record Refused(Exception Why) : Outcome;
}
