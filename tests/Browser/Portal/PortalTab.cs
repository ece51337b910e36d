using Microsoft.Playwright;
using WorkOrders.Testing;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>A page of the portal, as whoever looks at it uses it: by labels, buttons and the keyboard.</summary>
internal sealed class PortalTab(Tab tab) : IAsyncDisposable
{
    public IPage Page => tab.Page;

    public IReadOnlyCollection<string> Complaints => tab.Complaints;

    public ILocator Main => Page.Locator("main");

    public ILocator Summary => Page.Locator("#problems");

    public ILocator Menu => Page.GetByRole(AriaRole.Navigation, new() { Name = "Meny" });

    /// <summary>Opens a page and waits until it does what one tells it.</summary>
    public static async Task<PortalTab> OpenAsync(
        Chromium chromium, TestServer server, string person, string path, BrowserNewContextOptions? options = null)
    {
        var tab = new PortalTab(await chromium.OpenAsync(server.Http, person, path, options));
        await tab.ReadyAsync();
        return tab;
    }

    /// <summary>Comes to a page of a site that other tests have used.</summary>
    public static async Task<PortalTab> OpenAsync(Chromium chromium, SharedSite site, string person, string path)
    {
        var tab = new PortalTab(await site.OpenAsync(chromium, person, path));
        await tab.ReadyAsync();
        return tab;
    }

    /// <summary>A second tab of the same account, which goes when this one goes.</summary>
    public async Task<PortalTab> OpenAnotherAsync(string path)
    {
        var another = new PortalTab(await tab.OpenAnotherAsync());
        await another.GoToAsync(path);
        await Assertions.Expect(another.Page.Locator(".contact")).ToContainTextAsync("Direkt", new() { Timeout = 30_000 });
        return another;
    }

    public Task ReadyAsync() => Page.Locator(".portal[data-ready]").WaitForAsync(new() { Timeout = 60_000 });

    /// <summary>Opens another page, as who types its address.</summary>
    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(path);
        await ReadyAsync();
    }

    /// <summary>Comes to another page of the program, as a link leads there.</summary>
    public Task WalkToAsync(string path) => Page.EvaluateAsync("address => Blazor.navigateTo(address)", path);

    public ILocator Field(string label) => Main.GetByLabel(label, new() { Exact = true });

    /// <summary>What is said to be wrong with a field, by what describes it.</summary>
    public async Task<ILocator> ProblemAsync(string label) => Page.Locator($"#{await Field(label).GetAttributeAsync("id")}-problem");

    public Task PressAsync(string button) => Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task<string> FocusedAsync() => Page.EvaluateAsync<string>("document.activeElement?.id ?? ''");

    /// <summary>How much wider the page is than the screen.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

    public ValueTask DisposeAsync() => tab.DisposeAsync();
}
