using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace WorkOrders.Server.Accounts;

/// <summary>People and their sessions: ASP.NET Core Identity with a cookie.</summary>
internal static class PeopleSetup
{
    public const string Cookie = "workorders.session";

    public static void AddPeople(this IServiceCollection services, AccountsOptions options)
    {
        services.AddIdentityCore<Person>(identity =>
            {
                // 1999/99999
                identity.User.AllowedUserNameCharacters += "/";
                identity.ClaimsIdentity.UserIdClaimType = Caller.AccountId;
                identity.ClaimsIdentity.UserNameClaimType = Caller.UserName;
                identity.ClaimsIdentity.RoleClaimType = Caller.Role;
                // length and common passwords count (PasswordRules), not kinds of characters
                identity.Password = new PasswordOptions
                {
                    RequiredLength = PasswordRules.MinimumLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                    RequiredUniqueChars = 1,
                };
            })
            .AddEntityFrameworkStores<AccountsContext>()
            .AddPasswordValidator<PasswordRules>()
            .AddClaimsPrincipalFactory<PersonClaims>();
        services.AddScoped<SignIn>().AddScoped<PasswordChange>();
        services.AddSingleton<FirstPasswords>().AddSingleton<FailedSignIns>().AddSingleton<NobodysPassword>();
        services.AddAuthentication().AddCookie(IdentityConstants.ApplicationScheme, cookie => Configure(cookie, options));
    }

    private static void Configure(CookieAuthenticationOptions options, AccountsOptions accounts)
    {
        options.Cookie.Name = Cookie;
        options.Cookie.HttpOnly = true;
        // Lax and not Strict: a link to an order in a mail must open it. No GET changes anything, and SameOrigin sees to the rest.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(accounts.SessionHours);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = Sessions.CheckAsync;
    }
}
