namespace WorkOrders.Server.Endpoints;

/// <summary>
/// What browsers are told of a tenant's page: to tell its address to nobody, to keep nothing, and to run nothing but our own.
/// The same for every answer, whether there is such a page or not.
/// </summary>
internal sealed class TenantHeaders : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        // without the nonce that other pages have: nothing in the answer may differ by chance
        headers.ContentSecurityPolicy =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "connect-src 'self'; font-src 'self'; img-src 'self'; style-src 'self'; script-src 'self'";
        return next(context);
    }
}
