using Microsoft.AspNetCore.Authentication;
using WorkOrders.Domain;
using WorkOrders.Server.Accounts;

namespace WorkOrders.Server.Endpoints;

/// <summary>Who is calling, and until when what they signed in with is good: a stream ends with it.</summary>
internal sealed record Session(Actor Caller, DateTimeOffset Ends)
{
    public static Session Of(HttpContext context) => new(
        Accounts.Caller.Of(context.User),
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc ?? DateTimeOffset.MaxValue);
}
