namespace WorkOrders.Server.Demonstration;

/// <summary>How an order's story goes.</summary>
internal enum Plot
{
    /// <summary>Accepted, done, invoiced: most of them.</summary>
    Plain,
    /// <summary>A contractor's own; some wait for the landlord to place them.</summary>
    Finding,
    Cancelled,
    /// <summary>Declined by one, done by another.</summary>
    SecondTry,
    /// <summary>Accepted by one, taken from it, done by another.</summary>
    Reassigned,
    Reopened,
    /// <summary>Placed, and nobody has touched it.</summary>
    Untouched,
    /// <summary>Declined, and waiting for a dispatcher.</summary>
    Declined,
    /// <summary>The planned day has passed.</summary>
    Overdue,
    /// <summary>Paused until a part has come.</summary>
    Waiting,
    /// <summary>Somebody was there, and nobody opened.</summary>
    Missed,
    /// <summary>A question waits for its answer.</summary>
    Asked,
}
