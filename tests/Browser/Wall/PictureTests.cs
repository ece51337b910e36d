using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Wall;

/// <summary>What the wall looks like: readable at three metres, whole, in two languages, and there before any program runs.</summary>
public sealed class PictureTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1920, 1080, 0)]
    [InlineData(1920, 1080, 200)]
    [InlineData(1920, 1080, 2_374)]
    [InlineData(3840, 2160, 200)]
    public async Task It_fits_the_screen_and_is_readable_at_three_metres(int width, int height, int generated)
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = generated > 0, GeneratedOrders = generated });
        await using var tab = await chromium.OpenAsync(server.Http, "wall", "/wall", new() { ViewportSize = new() { Width = width, Height = height } });
        await Expect(new WallOnScreen(tab).Contact).ToContainTextAsync("Direkt", new() { Timeout = 60_000 });

        Assert.True(await tab.Page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"), "a scrollbar");
        // what sticks out of the screen without a scrollbar is lost as well
        Assert.Empty(await tab.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main *')]
              .filter(e => e.checkVisibility() && e.getClientRects().length > 0)
              .filter(e => { const r = e.getBoundingClientRect(); return r.width > 2 && (r.right > innerWidth + 1 || r.bottom > innerHeight + 1); })
              .map(e => e.className + ': ' + e.textContent.trim())
            """));
        Assert.Empty(await tab.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main *')]
              .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
              .filter(e => { const r = e.getBoundingClientRect(); return r.width > 2 && r.height > 2; })
              .filter(e => parseFloat(getComputedStyle(e).fontSize) < 32)
              .map(e => e.className + ': ' + e.textContent.trim())
            """));
        Assert.Empty(await Smaller(tab.Page, ".number", "parseFloat(getComputedStyle(e).fontSize)", 96));
        Assert.Empty(await Smaller(tab.Page, "#clock", "parseFloat(getComputedStyle(e).fontSize)", 64));
        Assert.Empty(await Smaller(tab.Page, ".row, tbody tr", "e.getBoundingClientRect().height", 43.5));
        if (generated >= 200) await Expect(tab.Page.Locator(".waiting .more").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\+[\d\s]+ till$"));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task The_first_paint_needs_no_program()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var tab = await chromium.OpenAsync(server.Http, "wall", "/wall", new() { JavaScriptEnabled = false });
        var wall = new WallOnScreen(tab);
        await Expect(wall.Total("Beställda")).ToHaveTextAsync("3");
        await Expect(wall.Panel("Ej accepterade")).ToContainTextAsync("2375");
    }

    [Fact]
    public async Task The_language_changes_without_a_reload()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var wall = await WallOnScreen.OpenAsync(chromium, server.Http);

        await wall.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(wall.Total("Ordered")).ToHaveTextAsync("3");
        await Expect(wall.Page.Locator("main")).ToHaveAttributeAsync("lang", "en");

        await wall.Page.GetByRole(AriaRole.Button, new() { Name = "Svenska" }).ClickAsync();
        await Expect(wall.Total("Beställda")).ToHaveTextAsync("3");
        await wall.IsStillTheSamePageWithoutComplaints();
    }

    [Fact]
    public async Task A_person_signs_in_and_comes_to_the_wall()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var tab = await chromium.OpenAsync(server.Http, null, "/wall");
        await Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));

        await tab.Page.GetByLabel("Användarnamn").FillAsync("dispatch");
        await tab.Page.GetByLabel("Lösenord").FillAsync("Dispatch-demo-1");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();

        await Expect(new WallOnScreen(tab).Total("Beställda")).ToHaveTextAsync("3");
        Assert.Empty(tab.Complaints);
    }

    private static Task<string[]> Smaller(IPage page, string selector, string size, double least) => page.EvaluateAsync<string[]>(
        $$"""[...document.querySelectorAll('{{selector}}')].filter(e => e.checkVisibility() && {{FormattableString.Invariant($"{size} < {least}")}}).map(e => e.className + ': ' + e.textContent.trim())""");
}
