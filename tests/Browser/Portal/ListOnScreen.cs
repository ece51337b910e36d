using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>A page of the portal with a list on it, as a person sees and uses it.</summary>
internal sealed class ListOnScreen(Tab tab) : IAsyncDisposable
{
    public IPage Page => tab.Page;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>The links to the orders, in their order.</summary>
    public ILocator Rows => Page.Locator("[data-row]");

    public ILocator Row(long number) => Page.Locator($"[data-row][href='/orders/{number}']");

    public ILocator Entry(long number) => Page.Locator(".entry").Filter(new() { Has = Row(number) });

    public ILocator Bundle(string number) => Page.GetByRole(AriaRole.Region, new() { Name = $"Bunt {number}" });

    public ILocator Next => Page.GetByRole(AriaRole.Link, new() { Name = "Nästa", Exact = true });

    public ILocator Previous => Page.GetByRole(AriaRole.Link, new() { Name = "Föregående", Exact = true });

    /// <summary>Opens a page and waits until it lives and hears what happens.</summary>
    public static async Task<ListOnScreen> OpenAsync(
        Chromium chromium, TestServer server, string path, string person = "1999/99999", int width = 1280, int height = 900)
    {
        var list = new ListOnScreen(await chromium.OpenAsync(server.Http, person, path, new() { ViewportSize = new() { Width = width, Height = height } }));
        await list.IsLiveAsync();
        return list;
    }

    /// <summary>Comes to a list of a site that other tests have used.</summary>
    public static async Task<ListOnScreen> OpenAsync(Chromium chromium, SharedSite site, string path, string person = "1999/99999")
    {
        var list = new ListOnScreen(await site.OpenAsync(chromium, person, path));
        await list.IsLiveAsync();
        return list;
    }

    public async Task IsLiveAsync()
    {
        await Expect(Page.Locator(".portal[data-ready]")).ToBeAttachedAsync(new() { Timeout = 60_000 });
        await Expect(Page.Locator(".contact")).ToContainTextAsync(new Regex("Direkt|Live"), new() { Timeout = 30_000 });
    }

    /// <summary>Goes to another page of the program, as a link leads there, and waits until it shows what it has.</summary>
    public async Task GoToAsync(string address)
    {
        await Page.EvaluateAsync("address => Blazor.navigateTo(address)", address);
        await Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(new Uri(new Uri(Page.Url), address).PathAndQuery) + "$"));
        await Expect(Page.Locator(".matrix, .entries, .nothing, main .problem").First).ToBeVisibleAsync();
    }

    public async Task SearchAsync(string text)
    {
        await Page.GetByRole(AriaRole.Searchbox).FillAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    public ValueTask DisposeAsync() => tab.DisposeAsync();

    public async Task HasNumbersAsync(params long[] numbers)
    {
        await Expect(Rows).ToHaveCountAsync(numbers.Length);
        for (var i = 0; i < numbers.Length; i++)
            await Expect(Rows.Nth(i)).ToHaveTextAsync($"{numbers[i]}");
    }

    public async Task<IReadOnlyList<long>> NumbersAsync() => [.. (await Rows.AllTextContentsAsync()).Select(long.Parse)];

    /// <summary>What would make somebody scroll sideways.</summary>
    public Task<string[]> TooWideAsync() => Page.EvaluateAsync<string[]>("""
        document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
          .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
          .map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)
        """);

    /// <summary>What is too small for a thumb: links in a running text aside (WCAG 2.5.8), and what is clicked through a larger label.</summary>
    public Task<string[]> TooSmallAsync() => Page.EvaluateAsync<string[]>("""
        [...document.querySelectorAll('a, button, summary, input, select, textarea')]
          .filter(e => e.checkVisibility() && !e.closest('p') && !e.matches('.skip'))
          .map(e => [e, (e.closest('.entry') ?? (e.matches('[type=checkbox], [type=radio]') ? e.closest('label') : e)).getBoundingClientRect()])
          .filter(([e, r]) => r.height < 43.5 || r.width < 43.5)
          .map(([e, r]) => `${e.tagName} ${e.textContent.trim().slice(0, 40)}: ${Math.round(r.width)} x ${Math.round(r.height)}`)
        """);

    public void HasNoComplaints() => Assert.Empty(tab.Complaints);

    public void HasNoComplaintsButThatNothingWasFound() =>
        Assert.DoesNotContain(tab.Complaints, c => !c.Contains("404", StringComparison.Ordinal));
}
