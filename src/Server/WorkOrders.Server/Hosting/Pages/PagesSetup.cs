using Microsoft.AspNetCore.Authorization;
using WorkOrders.Board;
using WorkOrders.Server.Accounts;

namespace WorkOrders.Server.Hosting.Pages;

/// <summary>The pages, and who may open which. A page that isn't listed is nobody's.</summary>
internal static class PagesSetup
{
    private static readonly Dictionary<string, IAuthorizeData?> Doors = new()
    {
        ["/sign-in"] = null,
        ["/"] = new AuthorizeAttribute(Policies.AnyRole),
        ["/not-found"] = new AuthorizeAttribute(Policies.AnyRole),
        ["/orders"] = new AuthorizeAttribute(Policies.Orders),
        ["/orders/{Number:long}"] = new AuthorizeAttribute(Policies.Orders),
        ["/orders/{Number:long}/note"] = new AuthorizeAttribute(Policies.Orders),
        ["/questions"] = new AuthorizeAttribute(Policies.Orders),
        ["/desk"] = new AuthorizeAttribute(Policies.Landlord),
        ["/desk/place"] = new AuthorizeAttribute(Policies.Landlord),
        ["/register"] = new AuthorizeAttribute(Policies.Contractor),
        ["/contact-details"] = new AuthorizeAttribute(Policies.AnyPerson),
        ["/dispatch"] = new AuthorizeAttribute(Policies.Dispatcher),
        ["/dispatch/contractors"] = new AuthorizeAttribute(Policies.Dispatcher),
        ["/dispatch/phrases"] = new AuthorizeAttribute(Policies.Dispatcher),
        ["/dispatch/invoices"] = new AuthorizeAttribute(Policies.Dispatcher),
        ["/outbox"] = new AuthorizeAttribute(Policies.Orders),
        // what every page is opened with when there is no network: nobody's, and nothing of anybody's
        ["/offline"] = null,
        ["/figures"] = new AuthorizeAttribute(Policies.Landlord),
        // whoever asks to be let in shows a code; a dispatcher decides
        ["/pair"] = null,
        ["/dispatch/boards"] = new AuthorizeAttribute(Policies.Dispatcher),
        ["/wall"] = new AuthorizeAttribute(Policies.Wall),
    };

    public static void AddPages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.AddRazorComponents().AddInteractiveWebAssemblyComponents();
        services.AddBoard();
        services.AddAntiforgery(options => options.Cookie.Name = "workorders.form");
    }

    public static void MapPages(this WebApplication app)
    {
        // the list of its own files that Blazor adds is no page: only a group reaches it
        var all = app.MapGroup("");
        ((IEndpointConventionBuilder)all).Add(OpenListOfFiles);
        all.MapStaticAssets().AllowAnonymous();
        var pages = all.MapRazorComponents<App>().AddInteractiveWebAssemblyRenderMode()
            .AddAdditionalAssemblies(typeof(Board.Routes).Assembly);
        pages.Add(page =>
        {
            if (page is not RouteEndpointBuilder { RoutePattern.RawText: { } path }
                || path.StartsWith("/_framework", StringComparison.Ordinal))
                page.Metadata.Add(new AllowAnonymousAttribute());
            else if (!Doors.TryGetValue(path, out var door))
                throw new InvalidOperationException($"Nobody has said who may open {path}: {nameof(PagesSetup)}.");
            else
                page.Metadata.Add(door as object ?? new AllowAnonymousAttribute());
        });
    }

    /// <summary>Without it no page starts in the browser, and a first sign-in needs one.</summary>
    private static void OpenListOfFiles(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path }
            && path.TrimStart('/').StartsWith("_framework/resource-collection", StringComparison.Ordinal))
            endpoint.Metadata.Add(new AuthorizeAttribute(Policies.Account));
    }
}
