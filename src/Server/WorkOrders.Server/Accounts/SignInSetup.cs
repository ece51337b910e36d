using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace WorkOrders.Server.Accounts;

/// <summary>The addresses of the session's beginning and end.</summary>
internal static class SignInSetup
{
    public const string Path = "/sign-in";
    public const string OutPath = "/sign-out";

    /// <summary>Needs no antiforgery token: SameOrigin lets only our own pages send it.</summary>
    public static async Task SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        context.Response.Redirect(Path);
    }
}
