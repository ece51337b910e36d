using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Validation.AspNetCore;

namespace WorkOrders.Server.Accounts;

/// <summary>Whoever sends a token is judged by the token alone; everybody else by the cookie.</summary>
internal static class CallerScheme
{
    public const string Name = "Caller";

    public static void Choose(PolicySchemeOptions options) => options.ForwardDefaultSelector = context =>
        HasToken(context.Request) ? OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme : IdentityConstants.ApplicationScheme;

    public static bool HasToken(HttpRequest request) => request.Headers.Authorization.Count > 0;
}
