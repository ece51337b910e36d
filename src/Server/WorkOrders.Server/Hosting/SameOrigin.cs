namespace WorkOrders.Server.Hosting;

/// <summary>
/// Browsers may change things, and open sockets, from our own pages only. The cookie's SameSite doesn't see to
/// that alone: to it every port of a host is the same site, and so is every sub-domain.
/// </summary>
internal sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (IsRead(context.Request) || !IsForeign(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsRead(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Upgrade.Count == 0;

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin is [{ } origin, ..]
        && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
