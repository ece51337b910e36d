using Grpc.Core;
using WorkOrders.Board.Live;
using WorkOrders.Board.Portal.Keeping;
using WorkOrders.V1;

namespace WorkOrders.Board.Portal.Sending;

/// <summary>Finds out why a wish was not done: what has happened to the order that its author could not know of.</summary>
internal sealed class Inquiry(Direct direct, Device device)
{
    private const int MostPages = 20;

    private readonly WorkOrderService.WorkOrderServiceClient _orders = new(direct.Calls);
    private readonly WorkOrderFeedService.WorkOrderFeedServiceClient _log = new(direct.Calls);

    /// <summary>The revision of the order that somebody has before their eyes, and its log; 0 if that isn't known.</summary>
    public async Task<(long Revision, string Log)> SeenAsync(long number)
    {
        if (await device.RecallAsync(Keepable.KeyOf(new GetWorkOrderRequest { Number = number })) is not { } kept)
            return (0, "");
        var seen = GetWorkOrderResponse.Parser.ParseFrom(kept.Bytes);
        return (seen.Revision, seen.LogId);
    }

    public async Task<Because> MakeAsync(Wish wish, Refusal refusal)
    {
        var because = Because.Of(refusal);
        if (refusal.Reason is not ("INVALID_STATE_TRANSITION" or "WORK_ORDER_NOT_FOUND"))
            return because;
        try
        {
            await _orders.GetWorkOrderAsync(new() { Number = wish.Number });
            return await LastChangeAsync(wish) is { } change ? because.After(change) : because;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound)
        {
            return because with { IsGone = true };
        }
        catch (RpcException)
        {
            return because; // the server's own sentence, then
        }
    }

    private async Task<WorkOrderEvent?> LastChangeAsync(Wish wish)
    {
        var after = wish.SeenRevision == 0 ? null : new FeedPosition { LogId = wish.SeenLog, Revision = wish.SeenRevision };
        try
        {
            return await LastChangeAsync(wish.Number, after);
        }
        catch (RpcException e) when (after is not null && new Refusal(e).Reason.StartsWith("FEED_", StringComparison.Ordinal))
        {
            return await LastChangeAsync(wish.Number, after: null); // the log is another one than that which was known
        }
    }

    private async Task<WorkOrderEvent?> LastChangeAsync(long number, FeedPosition? after)
    {
        WorkOrderEvent? last = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await _log.ListWorkOrderEventsAsync(new() { After = after, PageSize = 200, Filter = new() { Numbers = { number } } });
            last = page.Items.Select(i => i.Event).LastOrDefault(e => e is not null && e.PreviousStatus != e.NewStatus) ?? last;
            if (!page.HasMore)
                break;
            after = page.Next;
        }
        return last;
    }
}
