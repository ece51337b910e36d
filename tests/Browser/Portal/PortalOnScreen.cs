using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>The portal as a contractor on the road sees it.</summary>
internal sealed class PortalOnScreen(Tab tab) : IAsyncDisposable
{
    public const string Contractor = "1999/99999";

    public IPage Page => tab.Page;

    public IBrowserContext Context => tab.Context;

    /// <summary>What the page complained of, but for what a browser says of itself when there is no network.</summary>
    public IEnumerable<string> Complaints => tab.Complaints.Where(c => !c.Contains("net::ERR_", StringComparison.Ordinal)
        && !c.Contains("Failed to load resource", StringComparison.Ordinal) && !c.Contains("WebSocket", StringComparison.Ordinal));

    public ILocator Contact => Page.Locator(".contact");

    public ILocator Queue => Page.Locator(".outbox-note");

    public ILocator Wishes => Page.Locator(".wish");

    public ILocator LogRows => Page.Locator(".log tbody tr");

    public ILocator Main => Page.Locator("main");

    /// <summary>Opens a page on a phone.</summary>
    /// <param name="withWorker">Whether it may keep what it takes to start without a network. What goes past its worker, no test can get hold of.</param>
    public static async Task<PortalOnScreen> OpenAsync(Chromium chromium, Uri server, string path, bool withWorker = true)
    {
        var portal = new PortalOnScreen(await chromium.OpenAsync(server, Contractor, path, new()
        {
            ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true,
            ServiceWorkers = withWorker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        }));
        await portal.IsReadyAsync();
        return portal;
    }

    /// <summary>Once more in the same browser.</summary>
    public async Task<IPage> OpenAnotherAsync(string path)
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync(path);
        await Expect(page.Locator(".portal[data-ready]")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        return page;
    }

    public Task IsReadyAsync() => Expect(Page.Locator(".portal[data-ready]")).ToHaveCountAsync(1, new() { Timeout = 60_000 });

    /// <summary>Waits until the portal would open without a network, and what is on this page could be read.</summary>
    public async Task IsKeptAsync(long number)
    {
        await Page.EvaluateAsync("""
            async number => {
              const { inside, done } = await import('./keep.js');
              const kept = async () => await caches.match('/offline', { ignoreVary: true })
                && (await inside(['answers'], 'readonly', answers => done(answers.index('number').getAllKeys(number)))).length >= 2
                && await inside(['answers'], 'readonly', answers => done(answers.count('ListPhrasesRequest ')));
              while (!await kept()) await new Promise(resolve => setTimeout(resolve, 100));
            }
            """, number);
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await IsReadyAsync();
    }

    public async Task AcceptAsync() => await Page.GetByRole(AriaRole.Button, new() { Name = "Acceptera" }).ClickAsync();

    public async Task NoteAsync(string phrase)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Notera", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Radio, new() { Name = phrase }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
    }

    /// <summary>Presses Utförd, writes what was done, and passes over the reminder of the unit.</summary>
    public async Task CompleteAsync(string action)
    {
        var done = Page.GetByRole(AriaRole.Button, new() { Name = "Utförd", Exact = true });
        await done.ClickAsync();
        await Page.GetByLabel("Utförd åtgärd").FillAsync(action);
        await done.ClickAsync();
        await Page.Locator("#reminder").GetByRole(AriaRole.Button).ClickAsync();
    }

    public async ValueTask DisposeAsync() => await tab.DisposeAsync();
}
