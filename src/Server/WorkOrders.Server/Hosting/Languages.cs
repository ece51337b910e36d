using Microsoft.AspNetCore.Localization;

namespace WorkOrders.Server.Hosting;

/// <summary>Swedish, or English if somebody has chosen it: by <c>?culture=en</c>, which a cookie remembers.</summary>
internal static class Languages
{
    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture("sv").AddSupportedCultures("sv", "en").AddSupportedUICultures("sv", "en");
        // not what the browser was installed with: a wall board's is nobody's choice
        options.RequestCultureProviders = [new QueryStringRequestCultureProvider(), new CookieRequestCultureProvider()];
    }

    /// <summary>
    /// Remembers a choice. The same cookie that the board sets when it switches by itself; none for a tenant, who has no
    /// business with us but one page.
    /// </summary>
    public static Task RememberAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/t") && context.Features.Get<IRequestCultureFeature>() is { Provider: QueryStringRequestCultureProvider } chosen)
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(chosen.RequestCulture),
                new() { Path = "/", MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true });
        }
        return next(context);
    }
}
