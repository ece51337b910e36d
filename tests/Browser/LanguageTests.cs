using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests;

/// <summary>Who switches the language while a page is open reads what is read by whoever opens it in that language, to the last word.</summary>
public sealed class LanguageTests(Chromium chromium, AccessibilitySites sites) : IClassFixture<Chromium>, IClassFixture<AccessibilitySites>
{
    public static TheoryData<string> People() =>
        [.. AccessibilityCase.All.Where(c => c.Person is not null and not "wall").Select(c => c.Person!).Distinct()];

    [Theory, MemberData(nameof(People))]
    public async Task A_switch_leaves_no_word_behind(string person)
    {
        var pages = AccessibilityCase.All.Where(c => c.Person == person).ToArray();
        await using var switched = await OpenAsync(pages[0], "");
        var left = new Dictionary<string, string[]>();
        foreach (var page in pages)
        {
            await page.BringIntoAsync(PageState.Full, switched);
            await AccessibilityCase.SwitchLanguageAsync(switched.Page);
            left[page.Route] = await switched.Page.EvaluateAsync<string[]>(Words);
            await AccessibilityCase.SwitchLanguageAsync(switched.Page);
        }

        await using var english = await OpenAsync(pages[0], "?culture=en");
        foreach (var page in pages)
        {
            await page.BringIntoAsync(PageState.Full, english);
            try
            {
                await english.Page.WaitForFunctionAsync($"words => {{ const here = {Words}; return words.every(w => here.includes(w)); }}", left[page.Route], new() { Timeout = 5_000 });
                left.Remove(page.Route);
            }
            catch (TimeoutException)
            {
                left[page.Route] = [.. left[page.Route].Except(await english.Page.EvaluateAsync<string[]>(Words))];
            }
        }
        Assert.Empty(left.Select(page => $"{page.Key}: {string.Join(" | ", page.Value)}"));

        async Task<Tab> OpenAsync(AccessibilityCase page, string culture)
        {
            var tab = await chromium.OpenAsync(sites.Of(PageState.Full).Http, person, page.PathIn(PageState.Full) + culture);
            await page.ReadyAsync(tab.Page);
            // how the line stands is told in words too
            await Expect(tab.Page.Locator(".contact.live")).ToBeVisibleAsync();
            return tab;
        }
    }

    // what is seen and what is read aloud, but for numbers and how long ago, as time goes on, and what is unread: one reads on the way
    private const string Words = """
        [...document.querySelectorAll('body *')].filter(e => !e.closest('script, style, .badge')).flatMap(e => [
          ...[...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent.trim()),
          e.getAttribute('placeholder'), e.getAttribute('aria-label'), e.getAttribute('title'),
        ]).filter(Boolean).map(word => word.replace(/\d+/g, '#').replace(/# (s|min|h|d)\b( # (min|h)\b)?/g, '#'))
        """;
}
