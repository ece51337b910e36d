using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests;

/// <summary>How one gets a page into each of its states.</summary>
internal sealed record AccessibilityCase(string Route, string? Person = "1999/99999")
{
    private const string Contractor = "1999/99999";

    /// <summary>A tenant's page, which is a document of its own and none of the program's routes.</summary>
    public const string TenantPage = "/t/{token}";

    private const string Calls = "**/workorders.v1.*/**";
    private static readonly ColorScheme[] Both = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>Where the page is, if not at its route.</summary>
    public Func<PageState, string>? At { get; init; }

    /// <summary>Does something wrong on the page. Without it, the server's answers go missing while one comes to the page.</summary>
    public Func<IPage, Task>? Err { get; init; }

    /// <summary>A wall is dark in a dark room and in a light one.</summary>
    public IReadOnlyList<ColorScheme> Themes { get; init; } = Both;

    public static AccessibilityCase[] All { get; } =
    [
        new("/"),
        new("/orders") { At = s => s switch { PageState.Empty => "/orders?q=finnsinte", PageState.Error => "/orders?status=fel", _ => "/orders?status=ordered&status=accepted" } , Err = Nothing },
        new("/orders/{Number:long}") { At = s => s switch { PageState.Empty => Order(AccessibilitySites.BareOrder), PageState.Error => Order(999_999), _ => Order(AccessibilitySites.FullOrder) }, Err = Nothing },
        new("/orders/{Number:long}/note") { At = s => $"{Order(s is PageState.Empty ? AccessibilitySites.BareOrder : AccessibilitySites.FullOrder)}/note", Err = page => SaveAsync(page) },
        new("/questions"),
        new("/desk", "elsa"),
        new("/desk/place", "elsa") { Err = page => page.GetByRole(AriaRole.Main).Locator("button[type=submit]").ClickAsync() },
        new("/outbox") { Err = Nothing },
        new("/register") { Err = page => page.GetByRole(AriaRole.Main).Locator("button[type=submit]").ClickAsync() },
        new("/contact-details") { Err = ClearNameAsync },
        new("/not-found") { Err = Nothing },
        new("/figures", "dispatch"),
        new("/dispatch", "dispatch") { At = s => s switch { PageState.Empty => "/dispatch?q=finnsinte", PageState.Error => "/dispatch?group=fel", _ => "/dispatch" }, Err = Nothing },
        new("/dispatch/contractors", "dispatch") { Err = page => FillInNothingAsync(page, "Ny utförare") },
        new("/dispatch/phrases", "dispatch") { Err = page => FillInNothingAsync(page, "Ny fras") },
        new("/dispatch/invoices", "dispatch") { Err = page => SaveAsync(page) },
        new("/offline") { Err = Nothing },
        new("/wall", "wall")
        {
            Themes = [ColorScheme.Dark], Err = Nothing,
            At = s => s switch { PageState.Empty => "/wall?layout=all", PageState.Error => "/wall?every=1&layout=fel&okänd=ja", _ => "/wall?layout=contractor,district" },
        },
        new("/pair", null) { Themes = [ColorScheme.Dark], Err = Nothing },
        new("/dispatch/boards", "dispatch") { Err = TypeWrongCodeAsync },
        new(TenantPage, null) { At = s => s is PageState.Error ? "/t/nothing" : AccessibilitySites.TenantLink, Err = Nothing },
        new("/sign-in", null) { Themes = [ColorScheme.Dark], Err = SignInWronglyAsync },
    ];

    /// <summary>Whether it goes on living in the browser.</summary>
    private bool IsAlive => Route is not ("/sign-in" or "/pair" or TenantPage);

    /// <summary>With which others it is looked at, one after the other. What the server draws alone is no part of a site to walk in.</summary>
    public string Walk => Person ?? Route;

    public string PathIn(PageState state) => At?.Invoke(state) ?? Route;

    public Task ReadyAsync(IPage page) =>
        IsAlive ? Expect(page.Locator("[data-ready], #clock")).ToBeVisibleAsync(new() { Timeout = 60_000 }) : Task.CompletedTask;

    /// <summary>Comes to the page from wherever in the site one is, and brings it into the state.</summary>
    public async Task BringIntoAsync(PageState state, Tab tab)
    {
        if (state is PageState.Error && Err is null)
            await tab.Page.RouteAsync(Calls, call => call.AbortAsync());
        if (IsAlive)
            await tab.Page.EvaluateAsync("address => Blazor.navigateTo(address)", PathIn(state));
        await SettleAsync(tab.Page);
        if (state is PageState.Error && Err is not null)
            await Err(tab.Page);
        else if (state is PageState.Error)
            await Expect(tab.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    /// <summary>The next page finds the site as this one has found it.</summary>
    public static Task LeaveAsync(Tab tab) => tab.Page.UnrouteAsync(Calls);

    public async Task LoseNetworkAsync(Tab tab)
    {
        if (Route == TenantPage)
        {
            // what the browser pretends cuts no line that stands
            await tab.Page.RouteAsync("**/live", line => line.AbortAsync());
            await tab.Page.ReloadAsync();
            await Expect(tab.Page.Locator("#contact.lost")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        }
        await tab.Context.SetOfflineAsync(true);
        if (IsAlive)
            await Expect(tab.Page.Locator(".contact:not(.live)").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    // until there is something to be seen, and nothing moves any more
    private static async Task SettleAsync(IPage page) => await page.EvaluateAsync("""
        () => new Promise(resolve => {
          let still;
          const look = () => { clearTimeout(still); if (document.querySelector('h1')) still = setTimeout(() => { watch.disconnect(); resolve(); }, 300); };
          const watch = new MutationObserver(look);
          watch.observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true });
          look();
        })
        """);

    /// <summary>As a person does who wants the other language. A page that the server draws alone stays in its own.</summary>
    public static Task SwitchLanguageAsync(IPage page) =>
        page.EvaluateAsync("document.querySelector('.account .sheet button[lang], .head .language')?.click()");

    private static string Order(long number) => $"/orders/{number}";

    private static Task Nothing(IPage page) => Task.CompletedTask;

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Main).Locator("button[type=submit]").First.ClickAsync();
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^(\\(\\d+\\) )?Fel:"));
    }

    private static async Task FillInNothingAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await SaveAsync(page);
    }

    private static async Task ClearNameAsync(IPage page)
    {
        await page.GetByLabel("Namn", new() { Exact = true }).FillAsync("");
        await SaveAsync(page);
    }

    private static async Task TypeWrongCodeAsync(IPage page)
    {
        await page.GetByLabel("Koden på skärmen").FillAsync("BBBB-BBBB");
        await SaveAsync(page);
    }

    private static async Task SignInWronglyAsync(IPage page)
    {
        await page.FillAsync("#user-name", Contractor);
        await page.FillAsync("#password", "inte rätt alls");
        await page.ClickAsync("button[type=submit]");
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Fel:"));
    }
}
