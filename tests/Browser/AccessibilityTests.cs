using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using WorkOrders.Testing;

namespace WorkOrders.Browser.Tests;

/// <summary>
/// No page breaks a rule of WCAG 2.2 AA or of good practice: whatever it shows, in both languages, both themes, on a desk and
/// on a phone. A page without a case here fails. One walks from page to page as people do: to open each anew would take
/// longer than to look at it.
/// </summary>
public sealed class AccessibilityTests(Chromium chromium, AccessibilitySites sites) : IClassFixture<Chromium>, IClassFixture<AccessibilitySites>
{
    private const string Contrast = "color-contrast";

    private static readonly object Tags = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } };

    private static readonly object AllRules = new { runOnly = Tags };

    // a colour is the same in every language, and everything else in every colour; and to measure contrast takes the longest
    private static readonly object Colours = new { runOnly = new { type = "rule", values = new[] { Contrast } } };
    private static readonly object AllButColours = new { runOnly = Tags, rules = new Dictionary<string, object> { [Contrast] = new { enabled = false } } };

    private static readonly AccessibilityCase[] Cases = AccessibilityCase.All;

    public static TheoryData<string, PageState> Walks()
    {
        var walks = new TheoryData<string, PageState>();
        foreach (var walk in Cases.Select(c => c.Walk).Distinct())
        {
            foreach (var state in Enum.GetValues<PageState>())
                walks.Add(walk, state);
        }
        return walks;
    }

    [Fact]
    public void Every_page_has_a_case() => Assert.Equal(
        new[] { typeof(Board.Routes).Assembly, typeof(Server.Hosting.Pages.App).Assembly }
            .SelectMany(a => a.GetTypes()).SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), false)).Cast<RouteAttribute>()
            .Select(r => r.Template).Append(AccessibilityCase.TenantPage).Order(),
        Cases.Select(c => c.Route).Order());

    [Fact]
    public async Task What_breaks_a_rule_is_found()
    {
        await using var tab = await chromium.OpenAsync(sites.Of(PageState.Empty).Http, null, "/sign-in");
        await tab.Page.EvaluateAsync("document.querySelector('h1').style.color = 'Canvas'; document.querySelector('label').remove()");

        var found = await Axe.ViolationsAsync(tab.Page, AllRules);
        Assert.Contains(found, what => what.StartsWith("label:", StringComparison.Ordinal));
        Assert.Contains(found, what => what.StartsWith("color-contrast:", StringComparison.Ordinal));
        Assert.DoesNotContain(await Axe.ViolationsAsync(tab.Page, AllButColours), what => what.StartsWith("color-contrast:", StringComparison.Ordinal));
        Assert.All(await Axe.ViolationsAsync(tab.Page, Colours), what => Assert.StartsWith("color-contrast:", what));
    }

    [Theory, MemberData(nameof(Walks))]
    public async Task No_page_breaks_a_rule(string walk, PageState state)
    {
        var pages = Cases.Where(c => c.Walk == walk).ToArray();
        // what has once been answered is kept: where answers are to go missing, one doesn't begin
        var first = pages.First(p => state is not PageState.Error || p.Err is not null);
        await using var tab = await chromium.OpenAsync(
            sites.Of(state).Http, first.Person, first.PathIn(state).Replace(AccessibilitySites.TenantLink, sites.LinkOf(state), StringComparison.Ordinal),
            new() { ColorScheme = ColorScheme.Light });
        await first.ReadyAsync(tab.Page);
        if (state is PageState.Offline)
            await first.LoseNetworkAsync(tab);

        var broken = new List<string>();
        foreach (var page in pages)
        {
            await page.BringIntoAsync(state, tab);
            foreach (var (width, height) in new[] { (1920, 1080), (390, 844) })
            {
                await tab.Page.SetViewportSizeAsync(width, height);
                await LookAsync(page.Route, page.Themes[0], AllRules);
                // what differs from the full page is a few words, which have the same colours on a phone and wrap first in Swedish
                if (state is PageState.Full || width < 1000)
                {
                    foreach (var theme in page.Themes.Skip(1))
                        await LookAsync(page.Route, theme, Colours);
                }
                if (state is PageState.Full || width > 1000)
                {
                    await AccessibilityCase.SwitchLanguageAsync(tab.Page);
                    await LookAsync(page.Route, page.Themes[0], AllButColours);
                    await AccessibilityCase.SwitchLanguageAsync(tab.Page);
                }
            }
            await AccessibilityCase.LeaveAsync(tab);
        }
        Assert.Empty(broken.Distinct());

        async Task LookAsync(string route, ColorScheme theme, object rules)
        {
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = theme });
            var found = await Axe.ViolationsAsync(tab.Page, rules);
            var where = await tab.Page.EvaluateAsync<string>("`${innerWidth} px, ${document.documentElement.lang}`");
            broken.AddRange(found.Select(what => $"{route}, {where}, {theme}: {what}"));
        }
    }
}
