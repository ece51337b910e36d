using Grpc.Core;
using WorkOrders.Board.Live;
using WorkOrders.V1;

namespace WorkOrders.Board.Dispatch;

internal static class Items
{
    /// <summary>Why one of many was not done, as if it had been asked for alone.</summary>
    public static Refusal ToRefusal(this ItemRefusal refusal)
    {
        var status = Google.Rpc.Status.Parser.ParseFrom(refusal.Status);
        return new((StatusCode)status.Code, status);
    }
}
