using System.Globalization;

namespace WorkOrders.Server.Accounts;

/// <summary>Addresses that guess at client secrets are sent away before OpenIddict compares them, which costs time.</summary>
internal sealed class TokenThrottle(RequestDelegate next, FailedSignIns failures)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!failures.MayTry(context, out var wait))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await context.Response.WriteAsJsonAsync(
                new { error = "temporarily_unavailable", error_description = "Too many failures from this address. Wait." });
            return;
        }
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status401Unauthorized)
            failures.Failed(context);
    }
}
