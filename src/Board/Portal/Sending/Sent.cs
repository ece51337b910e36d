using WorkOrders.Board.Live;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Sending;

/// <summary>What has become of a wish.</summary>
public abstract record Sent
{
    private Sent() { }

    /// <summary>The server has carried it out.</summary>
    public sealed record Done(WorkOrder Order) : Sent;

    /// <summary>There is no network: it waits in the visible queue and will be sent by itself.</summary>
    public sealed record Waiting : Sent;

    /// <summary>The server has refused it.</summary>
    public sealed record Refused(Refusal Why) : Sent;
}
