namespace WorkOrders.Domain;

/// <summary>Why a clock stands still.</summary>
public enum PauseReason
{
    /// <summary>A question stands open. It pauses by itself, as it ends by itself: nobody has to think of it.</summary>
    WaitingForAnswer,
    WaitingForParts,
    TenantUnreachable,
    /// <summary>The work counted as done until the order was opened again.</summary>
    ReportedDone,
}

/// <summary>A time in which an order's clock stands still; it lasts while it has no end.</summary>
public sealed record Pause(PauseReason Reason, string Text, DateTimeOffset From, Actor By, DateTimeOffset? To = null)
{
    internal Stop ToStop() => new(From, To);
}

public static class PauseReasons
{
    /// <summary>Whether somebody may pause for it. The others come by themselves.</summary>
    public static bool MayBeGiven(this PauseReason reason) => reason is PauseReason.WaitingForParts or PauseReason.TenantUnreachable;

    /// <summary>Who waits for parts or an answer can call the tenant all the same: only who can't reach them is excused from it.</summary>
    public static bool StopsFirstContact(this PauseReason reason) => reason is PauseReason.TenantUnreachable;
}
