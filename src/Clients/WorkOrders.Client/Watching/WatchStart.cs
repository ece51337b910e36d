using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>Where a watch starts.</summary>
public sealed class WatchStart
{
    private readonly Action<WatchWorkOrdersRequest> _apply;

    private WatchStart(Action<WatchWorkOrdersRequest> apply, long? revision = null)
    {
        _apply = apply;
        Revision = revision;
    }

    /// <summary>With what happens from now on.</summary>
    public static WatchStart Now { get; } = new(request => request.FromNow = new FromNow());

    /// <summary>With the first event that the server still has, if that is the log's first; otherwise history is lost.</summary>
    public static WatchStart Beginning { get; } = new(request => request.After = new FeedPosition(), 0);

    /// <summary>With the present state of every order in scope, and then with what happens.</summary>
    public static WatchStart InitialState { get; } = new(request => request.InitialState = new FromInitialState());

    /// <summary>With the first commit after a position, such as <see cref="WatchedItem.Position"/> or the revision of a list.</summary>
    /// <param name="position">The log and the last revision that has been taken in.</param>
    /// <returns>The start.</returns>
    public static WatchStart After(FeedPosition position)
    {
        ArgumentNullException.ThrowIfNull(position);
        var copy = position.Clone();
        return new WatchStart(request => request.After = copy, copy.Revision);
    }

    /// <summary>After which revision events begin, if that is known before the feed has started.</summary>
    internal long? Revision { get; }

    internal void ApplyTo(WatchWorkOrdersRequest request) => _apply(request);
}
