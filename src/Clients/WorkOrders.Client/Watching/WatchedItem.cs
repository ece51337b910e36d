using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>One thing that a watch tells, and where to resume once it has been taken in.</summary>
/// <remarks>New kinds may come: have a default branch that ignores them.</remarks>
public sealed record WatchedItem
{
    internal WatchedItem(WatchedKind kind, FeedItem? item, FeedPosition? position)
    {
        Kind = kind;
        Item = item;
        Position = position;
    }

    /// <summary>What it tells.</summary>
    public WatchedKind Kind { get; }

    /// <summary>
    /// The item as it came over the wire; null for <see cref="WatchedKind.Reset"/> and <see cref="WatchedKind.InitialStateEnd"/>.
    /// </summary>
    public FeedItem? Item { get; }

    /// <summary>
    /// Where to resume once this has been taken in. Within a commit of several events, all but the last still carry
    /// the position before it, so that a commit is never resumed in its middle. Null until the initial state is complete.
    /// </summary>
    public FeedPosition? Position { get; }

    /// <summary>How the event moves its order in or out of what the caller sees.</summary>
    public ScopeChange Scope => Item?.Scope ?? ScopeChange.Unspecified;

    /// <summary>What happened, if <see cref="Kind"/> is <see cref="WatchedKind.Event"/>; otherwise null.</summary>
    public WorkOrderEvent? Event => Item?.Event;

    /// <summary>How an order stands, if <see cref="Kind"/> is <see cref="WatchedKind.State"/>; otherwise null.</summary>
    public OrderState? State => Item?.State;

    /// <summary>The order that it concerns; 0 if it concerns none.</summary>
    public long Number => Item?.Event?.Number ?? Item?.State?.Summary?.Number ?? Item?.Left?.Number ?? 0;

    /// <summary>The commit that it belongs to; 0 if to none.</summary>
    public long Revision => Item?.Event?.Revision ?? Item?.State?.Revision ?? Item?.Left?.Revision ?? 0;
}
