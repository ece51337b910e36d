using System.Globalization;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Feed;
using WorkOrders.Server.Queries;
using WorkOrders.Server.Tenants;

namespace WorkOrders.Server.Endpoints;

/// <summary>
/// The page behind a tenant's link: one order, whole without a script. A link that never was, one that has ended and one that
/// was ended get the same answer, byte for byte; and whoever tries many gets none for a while.
/// </summary>
internal sealed class TenantPages(
    TenantLinks links, TenantOrders orders, TenantDrawing drawing, TenantSettings settings, FeedSettings feed, TimeProvider clock)
{
    public const string Path = "/t/{token}";

    private readonly Buckets _misses = new(settings.MissBurst, settings.MissesPerMinute, clock);

    /// <summary>Three signs of life that should have come, and a second.</summary>
    private int Silence => (3 * feed.BookmarkSeconds) + 1;

    public static string PathOf(string token) => $"/t/{token}";

    public async Task<IResult> ShowAsync(string token, HttpContext context)
    {
        if (Open(token, context) is not { } link)
        {
            var status = context.Response.StatusCode;
            return Html(await drawing.NothingAsync(isTooMuch: status == StatusCodes.Status429TooManyRequests), status);
        }

        return Html(await drawing.PageAsync(orders.Get(new() { Number = link.Number }), clock.GetUtcNow(), Silence), StatusCodes.Status200OK);
    }

    /// <summary>Null if it can't be opened: the answer's status is then set, to 404 or to 429.</summary>
    public LiveLink? Open(string token, HttpContext context)
    {
        var from = RemoteAddress.Of(context);
        if (!_misses.HasOne(from, out var wait))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return null;
        }
        if (links.Find(token) is { } link) return link;

        _misses.TryTake(from, out _);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return null;
    }

    private static IResult Html(string html, int status) => Results.Content(html, "text/html; charset=utf-8", statusCode: status);
}
