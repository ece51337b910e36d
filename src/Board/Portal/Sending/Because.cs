using Grpc.Core;
using WorkOrders.Board.Live;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Sending;

/// <summary>
/// Why a wish was not done: the server's refusal, and what has happened to the order meanwhile. As facts, so that it can be
/// told in either language.
/// </summary>
public sealed record Because
{
    public StatusCode Code { get; init; }

    /// <summary>The refusal as the server put it: a google.rpc.Status.</summary>
    public byte[] Told { get; init; } = [];

    /// <summary>The order is not the reader's any longer.</summary>
    public bool IsGone { get; init; }

    /// <summary>What has changed the order's status last; NONE if that isn't the reason, or isn't known.</summary>
    public WorkOrderEvent.KindOneofCase Change { get; init; }

    /// <summary>Who did that.</summary>
    public string Actor { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>What was given as the reason for it, or empty.</summary>
    public string Reason { get; init; } = "";

    public Refusal ToRefusal() => new(Code, Google.Rpc.Status.Parser.ParseFrom(Told));

    public static Because Of(Refusal refusal) => new() { Code = refusal.Code, Told = refusal.ToBytes() };

    /// <summary>With the event that has changed the order's status last.</summary>
    public Because After(WorkOrderEvent change) => this with
    {
        Change = change.KindCase,
        Actor = change.Actor?.DisplayName ?? "",
        At = change.CommitTime?.ToDateTimeOffset() ?? default,
        Reason = change.KindCase switch
        {
            WorkOrderEvent.KindOneofCase.Cancelled => change.Cancelled.Reason,
            WorkOrderEvent.KindOneofCase.Declined => change.Declined.Reason,
            WorkOrderEvent.KindOneofCase.Reassigned => change.Reassigned.Reason,
            WorkOrderEvent.KindOneofCase.Reopened => change.Reopened.Reason,
            _ => "",
        },
    };
}
