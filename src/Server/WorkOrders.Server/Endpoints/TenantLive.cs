using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Grpc.Core;
using WorkOrders.Board.Shared;
using WorkOrders.Server.Feed;
using WorkOrders.Server.Queries;
using WorkOrders.Server.Tenants;
using WorkOrders.V1;

namespace WorkOrders.Server.Endpoints;

/// <summary>
/// What keeps a tenant's page live: server-sent events over the same watcher as every feed. `page` is how the order stands,
/// drawn as on the page; `beat` a sign of life; `gone` says that the link has ended. Each has the Swedish time as its id.
/// A browser that comes back begins with `page`: there is nothing to resume.
/// </summary>
internal sealed class TenantLive(
    TenantPages pages, TenantLinks links, TenantOrders orders, TenantDrawing drawing, WatchRequests requests, Watcher watcher,
    TenantSettings settings, FeedSettings feed, TimeProvider clock)
{
    public const string Path = "/t/{token}/live";

    private readonly Places _places = new(settings.LivePagesPerLink);

    public IResult Follow(string token, HttpContext context)
    {
        if (pages.Open(token, context) is not { } link) return Results.StatusCode(context.Response.StatusCode);
        if (_places.TryEnter(token) is not { } place) return Results.StatusCode(StatusCodes.Status429TooManyRequests);

        context.Response.RegisterForDispose(place);
        return TypedResults.ServerSentEvents(PatientlyAsync(context, FollowAsync(token, link, context.RequestAborted)));
    }

    private async IAsyncEnumerable<SseItem<string>> FollowAsync(string token, LiveLink link, [EnumeratorCancellation] CancellationToken gone)
    {
        var order = orders.Get(new() { Number = link.Number });
        yield return await PageAsync(order);

        var watch = requests.ForTenant(link.Number, new FeedPosition { LogId = order.LogId, Revision = order.Revision }, link.Ends);
        await using var frames = watcher.FollowAsync(watch, gone).GetAsyncEnumerator(gone);
        while (await NextAsync(frames))
        {
            if (links.Find(token) is null)
            {
                yield return Item("", "gone");
                yield break;
            }
            yield return frames.Current.HasItems ? await PageAsync(orders.Get(new() { Number = link.Number })) : Item("", "beat");
        }
    }

    /// <summary>The feed's own endings, such as a server that goes down, are none of a browser's: it comes back by itself.</summary>
    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<Frame> frames)
    {
        try
        {
            return await frames.MoveNextAsync();
        }
        catch (RpcException)
        {
            return false;
        }
    }

    /// <summary>Cuts a reader who takes in nothing, as other feeds do.</summary>
    private async IAsyncEnumerable<SseItem<string>> PatientlyAsync(HttpContext context, IAsyncEnumerable<SseItem<string>> items)
    {
        using var patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var cut = patience.Token.Register(context.Abort);
        await foreach (var item in items)
        {
            patience.CancelAfter(TimeSpan.FromSeconds(feed.WriteSeconds));
            yield return item;
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    private async Task<SseItem<string>> PageAsync(GetTenantOrderResponse order) => Item(await drawing.PictureAsync(order), "page");

    private SseItem<string> Item(string data, string kind) => new(data, kind) { EventId = SwedishTime.Clock(clock.GetUtcNow()) };
}
