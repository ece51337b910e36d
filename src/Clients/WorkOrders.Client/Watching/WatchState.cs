namespace WorkOrders.Client;

/// <summary>How the connection of a watch fares.</summary>
public enum WatchState
{
    /// <summary>Not connected: about to connect for the first time, or again.</summary>
    Connecting,

    /// <summary>Connected, and older events are still arriving.</summary>
    CatchingUp,

    /// <summary>Connected, and what happens arrives as it happens.</summary>
    Live,
}
