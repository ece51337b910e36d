using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Tenants;

/// <summary>The page behind a tenant's link: from the landlord's button to the phone on which it lives.</summary>
public sealed class TenantPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 320, Height = 640 } };

    [Fact]
    public async Task It_is_pushed_what_happens_says_when_contact_is_lost_and_recovers_by_itself()
    {
        await using var server = await StartAsync();
        var orders = new Orders(server.Callers);
        await using var tab = await chromium.OpenAsync(server.Http, null, await LinkAsync(server, 2376), Phone);
        var (page, status, contact) = (tab.Page, tab.Page.Locator("[data-part=now] h2"), tab.Page.Locator("#contact"));
        await Expect(contact).ToHaveTextAsync("Sidan uppdateras av sig själv.");
        await page.EvaluateAsync("window.sameDocument = true");

        await orders.AcceptAsync(2376);
        await Expect(status).ToHaveTextAsync("Entreprenör utsedd");
        await orders.NotePhraseAsync(2376, "Tid är bokad med kund");
        await Expect(page.Locator(".rows li").First).ToContainTextAsync("Tid är bokad med kund");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(await tab.Context.CookiesAsync());
        Assert.Empty(tab.Complaints);

        await server.StopAsync();
        await Expect(contact).ToHaveTextAsync(new Regex(@"^Kontakten är bruten\. Sidan visar läget kl\. \d\d:\d\d:\d\d "), new() { Timeout = 30_000 });
        await Expect(status).ToHaveTextAsync("Entreprenör utsedd");
        await server.StartAgainAsync();
        await Expect(contact).ToHaveTextAsync("Sidan uppdateras av sig själv.", new() { Timeout = 45_000 });
        await orders.CompleteAsync(2376, "Bytt blandare");
        await Expect(status).ToHaveTextAsync("Klart");
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));

        await new TenantService.TenantServiceClient(server.As("elsa")).RevokeTenantLinksAsync(new() { Number = 2376 });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Länken gäller inte" })).ToBeVisibleAsync(new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task The_landlord_makes_the_link_on_the_orders_page_and_it_opens_without_a_script_in_english_too()
    {
        await using var server = await StartAsync();
        await using var tab = await chromium.OpenAsync(server.Http, "elsa", "/orders/2375");
        await Expect(tab.Page.Locator("[data-ready]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Länk till hyresgästen", Exact = true }).ClickAsync();
        var link = tab.Page.Locator(".tenantlink a");
        await Expect(link).ToHaveAttributeAsync("href", new Regex(@"^http://127\.0\.0\.1:\d+/t/[\w-]{32}$"));
        var path = new Uri((await link.GetAttributeAsync("href"))!).AbsolutePath;
        Assert.Empty(tab.Complaints);

        await using var plain = await chromium.OpenAsync(server.Http, null, path, new(Phone) { JavaScriptEnabled = false });
        await Expect(plain.Page.Locator("main")).ToContainTextAsync("Ladda om sidan för att se det senaste.");
        await plain.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(plain.Page.Locator("[data-part=now] h2")).ToHaveTextAsync("Ordered");
        Assert.Empty(plain.Complaints);
    }

    private static Task<TestServer> StartAsync() =>
        TestServer.StartAsync(new() { GuideOrders = true, Settings = { ["Feed:BookmarkSeconds"] = "1" } });

    private static async Task<string> LinkAsync(TestServer server, long number) => (await new TenantService.TenantServiceClient(server.As("minasidor"))
        .CreateTenantLinkAsync(new() { RequestId = Guid.NewGuid().ToString(), Number = number })).Link;
}
