using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace WorkOrders.Server.Accounts;

/// <summary>Ends a session that does not stand any more, and lets one go on under the person's new name.</summary>
internal static class Sessions
{
    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var session = context.Principal!;
        if (await services.GetRequiredService<Standing>().FindPersonAsync(session) is not { } person)
        {
            context.RejectPrincipal();
        }
        else if (person.DisplayName != session.FindFirstValue(Caller.Name))
        {
            context.ReplacePrincipal(await services.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(person));
            context.ShouldRenew = true;
        }
        if (context.Principal?.FindFirstValue(Caller.Role) == RoleNames.WallBoard)
            await services.GetRequiredService<Pairing.Boards>().SeenAsync(context.Principal.FindFirstValue(Caller.AccountId)!);
    }
}
