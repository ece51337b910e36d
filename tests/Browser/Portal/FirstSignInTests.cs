using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>The guide's step 2: contact details and a new password first, then everything.</summary>
public sealed partial class FirstSignInTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_newcomer_signs_in_changes_the_password_and_has_the_whole_portal_by_keyboard_alone()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var browser = await chromium.OpenAsync(server.Http, null, "/orders?status=ordered");
        var tab = new PortalTab(browser);
        var keys = tab.Page.Keyboard;
        await Expect(tab.Page.Locator("#user-name")).ToBeFocusedAsync();
        await keys.TypeAsync("1999/10001");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Rorjour-first-1");
        await keys.PressAsync("Enter");

        await tab.ReadyAsync();
        await Expect(tab.Page).ToHaveURLAsync(ContactDetails());
        await Expect(tab.Main).ToContainTextAsync("Vid första inloggning behöver du säkerställa era kontaktuppgifter samt byta lösenordet.");
        await Expect(tab.Menu).ToHaveCountAsync(0);
        await Expect(tab.Page.GetByRole(AriaRole.Search)).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator(".contact")).ToHaveCountAsync(0);

        await tab.Field("Nuvarande lösenord").FocusAsync();
        await keys.TypeAsync("Rorjour-first-1");
        foreach (var _ in (string[])["new", "confirm"])
        {
            await keys.PressAsync("Tab");
            await Expect(tab.Page.Locator("button:focus-visible")).ToContainTextAsync("Visa");
            await keys.PressAsync("Tab");
            await keys.TypeAsync("Nytt-lösenord-1");
        }
        await keys.PressAsync("Enter");

        await Expect(tab.Menu).ToBeVisibleAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Huvudsida");
        await Expect(tab.Page.Locator("#main")).ToBeFocusedAsync();
        await Expect(tab.Page.Locator(".contact")).ToContainTextAsync("Direkt");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Nothing_else_opens_before_that()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await PortalTab.OpenAsync(chromium, server, "1999/10001", "/");

        foreach (var path in (string[])["/orders", "/questions", "/register", "/"])
        {
            await tab.Page.GotoAsync(path);
            await Expect(tab.Page).ToHaveURLAsync(ContactDetails());
        }
        await tab.ReadyAsync();
        await tab.Page.Locator(".brand").ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(ContactDetails());
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task It_needs_a_new_password()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await PortalTab.OpenAsync(chromium, server, "1999/10001", "/contact-details");

        await tab.PressAsync("Spara");

        await Expect(tab.Summary).ToBeFocusedAsync();
        await Expect(await tab.ProblemAsync("Nuvarande lösenord")).ToContainTextAsync("Måste fyllas i.");
        await Expect(await tab.ProblemAsync("Nytt lösenord")).ToContainTextAsync("Måste fyllas i.");
        Assert.Empty(tab.Complaints);
    }

    [GeneratedRegex("/contact-details$")]
    private static partial Regex ContactDetails();
}
