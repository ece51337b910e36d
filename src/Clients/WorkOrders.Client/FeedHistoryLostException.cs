using Grpc.Core;
using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>
/// The server can't go on from the given position: its log no longer reaches back so far, has not come so far, or is
/// another one (a restored backup). Whatever was built from the feed must be built anew, from the initial state.
/// </summary>
public sealed class FeedHistoryLostException : WorkOrdersException
{
    internal FeedHistoryLostException(RpcException failure, Google.Rpc.Status details)
        : base(failure, details) => Range = GetDetail<FeedRange>() ?? new FeedRange();

    /// <summary>Which part of which log can be followed instead.</summary>
    public FeedRange Range { get; }
}
