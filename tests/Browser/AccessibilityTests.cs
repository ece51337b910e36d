using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests;

/// <summary>
/// No page breaks a rule of WCAG 2.2 AA or of good practice: whatever it shows, in both languages, both themes, on a desk and
/// on a phone. A page without a case here fails.
/// </summary>
public sealed class AccessibilityTests(Chromium chromium, AccessibilitySites sites) : IClassFixture<Chromium>, IClassFixture<AccessibilitySites>
{
    private const string Contrast = "color-contrast";

    private static readonly RunOnlyOptions Tags = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

    private static readonly AxeRunOptions AllRules = new() { RunOnly = Tags, ResultTypes = [ResultType.Violations] };

    // a colour is the same in every language, and everything else in every colour; and to measure contrast takes the longest
    private static readonly AxeRunOptions Colours = new() { RunOnly = new() { Type = "rule", Values = [Contrast] }, ResultTypes = [ResultType.Violations] };
    private static readonly AxeRunOptions AllButColours = new()
    {
        RunOnly = Tags, ResultTypes = [ResultType.Violations], Rules = new() { [Contrast] = new() { Enabled = false } },
    };

    private static readonly AccessibilityCase[] Cases = AccessibilityCase.All;

    public static TheoryData<string, PageState> Pages()
    {
        var pages = new TheoryData<string, PageState>();
        foreach (var page in Cases)
        {
            // the network goes from a page that is full
            foreach (var state in (PageState[])[PageState.Empty, PageState.Full, PageState.Error])
                pages.Add(page.Route, state);
        }
        return pages;
    }

    [Fact]
    public void Every_page_has_a_case() => Assert.Equal(
        new[] { typeof(Board.Routes).Assembly, typeof(Server.Hosting.Pages.App).Assembly }
            .SelectMany(a => a.GetTypes()).SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), false)).Cast<RouteAttribute>()
            .Select(r => r.Template).Order(),
        Cases.Select(c => c.Route).Order());

    [Theory, MemberData(nameof(Pages))]
    public async Task It_breaks_no_rule(string route, PageState state)
    {
        var page = Cases.Single(c => c.Route == route);
        var server = sites.Of(state);
        await using var tab = await chromium.OpenAsync(server.Http, page.Person, page.PathIn(state), new() { ColorScheme = ColorScheme.Light });
        if (page.IsAlive) await ReadyAsync(tab.Page);
        await page.BringIntoAsync(state, tab);

        var broken = new List<string>();
        await LookAroundAsync();
        if (state is PageState.Full)
        {
            await page.BringIntoAsync(PageState.Offline, tab);
            await LookAroundAsync();
        }
        Assert.Empty(broken.Distinct());

        async Task LookAroundAsync()
        {
            foreach (var (width, height) in new[] { (1920, 1080), (390, 844) })
            {
                await tab.Page.SetViewportSizeAsync(width, height);
                await LookAsync(page.Themes[0], AllRules);
                foreach (var theme in page.Themes.Skip(1))
                    await LookAsync(theme, Colours);
                await AccessibilityCase.SwitchLanguageAsync(tab.Page);
                await LookAsync(page.Themes[0], AllButColours);
                await AccessibilityCase.SwitchLanguageAsync(tab.Page);
            }
        }

        async Task LookAsync(ColorScheme theme, AxeRunOptions rules)
        {
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = theme });
            var found = await tab.Page.RunAxe(rules);
            var where = await tab.Page.EvaluateAsync<string>("`${innerWidth} px, ${document.documentElement.lang}`");
            broken.AddRange(found.Violations.SelectMany(v => v.Nodes.Select(n => $"{where}, {theme}: {v.Id}: {n.Html} ({v.Help})")));
        }
    }

    private static Task ReadyAsync(IPage page) => Expect(page.Locator("[data-ready], #clock")).ToBeVisibleAsync(new() { Timeout = 60_000 });
}
