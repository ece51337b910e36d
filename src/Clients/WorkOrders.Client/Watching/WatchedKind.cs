namespace WorkOrders.Client;

/// <summary>What a <see cref="WatchedItem"/> tells.</summary>
public enum WatchedKind
{
    /// <summary>An order in scope has changed: <see cref="WatchedItem.Event"/>.</summary>
    Event,

    /// <summary>An order has left the scope: take it off.</summary>
    Left,

    /// <summary>The picture starts from nothing: drop every order. The initial state follows.</summary>
    Reset,

    /// <summary>An order as it stands, part of the initial state: <see cref="WatchedItem.State"/>.</summary>
    State,

    /// <summary>The initial state is complete; events follow.</summary>
    InitialStateEnd,
}
