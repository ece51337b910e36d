using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;

namespace WorkOrders.Browser.Tests.Portal.Order;

/// <summary>An order's page as somebody reads and uses it.</summary>
internal sealed class OrderOnScreen(Tab tab) : IAsyncDisposable
{
    public const string Contractor = "1999/99999";

    public IPage Page => tab.Page;

    public ILocator Status => Page.Locator(".orderhead .status");

    public ILocator Said => Page.Locator("#said");

    public ILocator Noted => Page.Locator(".log .said");

    public ILocator LogRows => Page.Locator(".log tbody tr");

    public ILocator Summary => Page.Locator(".problem:has(.heading)");

    public ILocator Question(string text) => Page.Locator(".question").Filter(new() { HasText = text });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Page.Locator("main").GetByLabel(label, new() { Exact = true });

    public ILocator Phrase(string phrase) => Page.GetByRole(AriaRole.Radio, new() { Name = phrase });

    public ILocator Clash(string path) => Page.Locator($"#{path}-clash");

    /// <summary>The value of a field that is not being edited.</summary>
    public ILocator Fact(string name) => Page.Locator(".fact").Filter(new() { Has = Page.Locator("dt").GetByText(name, new() { Exact = true }) }).Locator("dd");

    /// <summary>Opens a page and waits until it lives and follows the feed; whoever reloads it loses the mark.</summary>
    public static async Task<OrderOnScreen> OpenAsync(
        Chromium chromium, TestServer server, string path, string person = Contractor, BrowserNewContextOptions? options = null)
    {
        return await IsReadyAsync(await chromium.OpenAsync(server.Http, person, path, options));
    }

    /// <summary>Comes to a page of a site that other tests have used.</summary>
    public static async Task<OrderOnScreen> OpenAsync(Chromium chromium, SharedSite site, string path, string person = Contractor)
    {
        var order = await IsReadyAsync(await site.OpenAsync(chromium, person, path));
        await Assertions.Expect(order.Page.Locator(".orderhead .status, main form, main .problem").First).ToBeVisibleAsync();
        return order;
    }

    private static async Task<OrderOnScreen> IsReadyAsync(Tab tab)
    {
        var order = new OrderOnScreen(tab);
        await order.IsReadyAsync();
        await order.Page.EvaluateAsync("window.sameDocument = true");
        return order;
    }

    public async Task IsReadyAsync()
    {
        await Assertions.Expect(Page.Locator(".portal[data-ready]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(Page.Locator(".contact")).ToContainTextAsync("Direkt", new() { Timeout = 60_000 });
    }

    /// <summary>Typ, Namn and Text of each row, newest first.</summary>
    public Task<string[][]> LogAsync() => Page.EvaluateAsync<string[][]>(
        "[...document.querySelectorAll('.log tbody tr')].map(r => [...r.cells].slice(1).map(c => c.textContent.trim()))");

    public async Task IsStillTheSamePageWithoutComplaints()
    {
        Assert.True(await Page.EvaluateAsync<bool>("window.sameDocument === true"), "the page was loaded again");
        Assert.Empty(tab.Complaints);
    }

    /// <summary>Nothing that was typed waits to be saved, or it is thrown away within some pictures.</summary>
    public async Task KeepsNothingAsync() => Assert.Equal("", await Page.EvaluateAsync<string>("""
        () => new Promise(told => {
          const look = left => {
            const kept = Object.keys({ ...localStorage, ...sessionStorage }).filter(k => k.startsWith('draft/')).join();
            if (kept && left > 0) requestAnimationFrame(() => look(left - 1));
            else told(kept);
          };
          look(300);
        })
        """));

    /// <summary>Goes to another page of the program, as a link leads there.</summary>
    public async Task GoToAsync(string path)
    {
        await Page.EvaluateAsync("address => Blazor.navigateTo(address)", path);
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(path) + "$"));
    }

    public void HasNoComplaints() => Assert.Empty(tab.Complaints);

    public ValueTask DisposeAsync() => tab.DisposeAsync();
}
