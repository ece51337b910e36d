using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Browser.Tests.Portal;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Dispatch;

/// <summary>The dispatcher's desk, as it is used.</summary>
public sealed class DispatchTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Many_are_picked_and_reassigned_by_keyboard_alone_and_one_that_was_faster_stays_picked()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var tab = await PortalTab.OpenAsync(chromium, server, "dispatch", "/dispatch");
        await Expect(tab.Page.Locator(".contact")).ToContainTextAsync("Direkt", new() { Timeout = 30_000 });
        var (page, keys) = (tab.Page, tab.Page.Keyboard);
        await Expect(page.Locator("[data-pick]")).ToHaveCountAsync(3);
        await Expect(page.Locator("#contractor-id")).ToHaveCountAsync(0);

        foreach (var key in (string[])["j", "x", "j", "x", "j", "x"])
            await keys.PressAsync(key);
        await Expect(page.Locator(".selection")).ToContainTextAsync("3 markerade");
        await keys.PressAsync("x");
        await Expect(page.Locator(".selection")).ToContainTextAsync("2 markerade");
        // a box is a box too
        await page.Locator("[data-pick]").Last.FocusAsync();
        await keys.PressAsync("Space");
        await Expect(page.Locator(".selection")).ToContainTextAsync("3 markerade");

        await page.Locator("[data-row]").First.FocusAsync();
        await keys.PressAsync("r");
        await Expect(page.Locator("#contractor-id")).ToBeFocusedAsync();
        await Expect(page.Locator(".reassign")).ToContainTextAsync("Den nya utföraren läser också anledningen.");
        await keys.TypeAsync("Söderorts");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Hinner inte");

        // somebody is faster with one of them: it is shown as it is, and told why it stayed
        var rival = new DispatchService.DispatchServiceClient(server.As("dispatch"));
        await rival.ReassignWorkOrdersAsync(new() { RequestId = $"{Guid.NewGuid()}", Numbers = { 2376 }, ContractorId = "1999/10001", Reason = "Först" });
        await Expect(page.Locator(".entry").Filter(new() { HasText = "2376" })).ToContainTextAsync("Söderorts Rörjour AB");
        await Expect(page.Locator("#reason")).ToBeFocusedAsync();
        await Expect(page.Locator("#reason")).ToHaveValueAsync("Hinner inte");

        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(page.Locator("#told")).ToBeFocusedAsync();
        await Expect(page.Locator("#told")).ToContainTextAsync("2 av 3 arbetsorder är placerade hos Söderorts Rörjour AB. 1 står kvar");
        await Expect(page.Locator(".results .left")).ToContainTextAsync("AO 2376 Utföraren har redan arbetsordern.");
        await Expect(page.Locator(".selection")).ToContainTextAsync("1 markerade");
        Assert.Empty(tab.Complaints);

        // done by the server, and the answer lost on the way: asked again after a reload it is the same wish
        var revisions = 0L;
        await page.RouteAsync("**/ReassignWorkOrders", async call =>
        {
            await call.FetchAsync();
            revisions = await HeadAsync(server);
            await call.AbortAsync();
        });
        await page.Locator("[data-pick]:checked").UncheckAsync();
        await page.Locator("[data-pick]").First.CheckAsync();
        await keys.PressAsync("r");
        await page.SelectOptionAsync("#contractor-id", "1999/99999");
        await page.FillAsync("#reason", "Tillbaka");
        await tab.PressAsync("Placera om");
        await Expect(page.Locator(".reassign")).ToContainTextAsync("Svaret kom aldrig fram.");
        await page.UnrouteAsync("**/ReassignWorkOrders");
        await page.ReloadAsync();
        await tab.ReadyAsync();
        await Expect(page.Locator(".reassign")).ToContainTextAsync("Svaret kom aldrig fram.");
        await Expect(page.Locator("#reason")).ToHaveValueAsync("Tillbaka");
        await tab.PressAsync("Placera om");
        await Expect(page.Locator("#told")).ToContainTextAsync("1 arbetsorder är placerade hos Testfirma AB.");
        Assert.Equal(revisions, await HeadAsync(server));
    }

    private static async Task<long> HeadAsync(TestServer server) =>
        (await new WorkOrderFeedService.WorkOrderFeedServiceClient(server.As("dispatch")).GetFeedStatusAsync(new())).HeadRevision;

    [Fact]
    public async Task A_new_contractor_signs_in_with_what_the_dispatcher_was_shown_once()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await PortalTab.OpenAsync(chromium, server, "dispatch", "/dispatch/contractors");
        await tab.PressAsync("Ny utförare");
        await Expect(tab.Field("Nummer")).ToBeFocusedAsync();
        await tab.PressAsync("Skapa utförare");
        await Expect(tab.Summary).ToBeFocusedAsync();
        await Expect(await tab.ProblemAsync("E-post")).ToContainTextAsync("Måste fyllas i.");

        await tab.Field("Nummer").FillAsync("2026/10077");
        await tab.Field("Företag").FillAsync("Nya Rör AB");
        await tab.Field("Namn").FillAsync("Rut Rör");
        await tab.Field("E-post").FillAsync("rut@example.com");
        await tab.PressAsync("Skapa utförare");
        var secret = tab.Page.Locator("#secret");
        await Expect(secret).ToBeFocusedAsync();
        var password = await secret.Locator("code").TextContentAsync();
        await tab.PressAsync("Jag har tagit hand om det");
        await Expect(secret).ToHaveCountAsync(0);
        Assert.DoesNotContain(password!, await tab.Page.ContentAsync());
        Assert.Empty(tab.Complaints);

        await using var other = await chromium.OpenAsync(server.Http, null, "/");
        var newcomer = new PortalTab(other);
        await newcomer.Page.FillAsync("#user-name", "2026/10077");
        await newcomer.Page.FillAsync("#password", password!);
        await newcomer.Page.ClickAsync("button[type=submit]");
        await newcomer.ReadyAsync();
        await newcomer.Field("Nuvarande lösenord").FillAsync(password!);
        await newcomer.Field("Nytt lösenord").FillAsync("hatt och väst");
        await newcomer.Field("Bekräfta nytt lösenord").FillAsync("hatt och väst");
        await newcomer.PressAsync("Spara");
        await Expect(newcomer.Menu).ToBeVisibleAsync();
        await Expect(newcomer.Menu).Not.ToContainTextAsync("Driftcentral");
        await Expect(newcomer.Page.Locator(".contact")).ToContainTextAsync("Direkt", new() { Timeout = 30_000 });

        // and is out again within seconds
        await tab.Page.Locator(".contractor summary").Filter(new() { HasText = "Nya Rör AB" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Stäng av Nya Rör AB" }).ClickAsync();
        await tab.Page.Locator("#doing").GetByRole(AriaRole.Button, new() { Name = "Stäng av", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator(".told")).ToContainTextAsync("Nya Rör AB är avstängd.");
        await Expect(newcomer.Page.Locator(".contact.signed-out")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task Phrases_are_put_in_order_by_keyboard_and_the_key_stays_on_the_phrase()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await PortalTab.OpenAsync(chromium, server, "dispatch", "/dispatch/phrases");
        var rows = tab.Page.Locator(".catalogue .text");
        await Expect(rows).ToHaveCountAsync(10);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Flytta upp: Material är beställt" }).FocusAsync();

        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(rows.Nth(1)).ToHaveTextAsync("Material är beställt");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Flytta upp: Material är beställt" })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(rows.Nth(0)).ToHaveTextAsync("Material är beställt");
        await Expect(tab.Page.Locator(".told")).ToContainTextAsync("”Material är beställt” står på plats 1.");
        // it can't go further, and says nothing of it
        await tab.Page.Keyboard.PressAsync("Enter");

        var offered = (await new WorkOrderService.WorkOrderServiceClient(server.As("testfirma")).ListPhrasesAsync(new())).Phrases;
        Assert.Equal(["Material är beställt", "Entreprenör är beställd"], offered.Take(2).Select(p => p.Text));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_pasted_list_has_an_outcome_for_each_line_and_what_failed_stays_to_be_put_right()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var orders = new Orders(server.Callers);
        await orders.AcceptAsync(2375);
        await new WorkOrderService.WorkOrderServiceClient(server.As("testfirma")).CompleteWorkOrderAsync(
            new() { RequestId = $"{Guid.NewGuid()}", Number = 2375, ActionPerformed = "Bytt blandare" });
        await using var tab = await PortalTab.OpenAsync(chromium, server, "dispatch", "/dispatch/invoices");

        await tab.Field("Fakturareferens").FillAsync("AO 2375");
        await tab.PressAsync("Slå upp");
        await Expect(tab.Summary).ToContainTextAsync("Den skrivs AO och numret, utan mellanslag, bindestreck eller annat tecken.");
        await Expect(tab.Page).ToHaveTitleAsync(new Regex("^Fel:"));
        await tab.Field("Fakturareferens").FillAsync("AO2375");
        await tab.PressAsync("Slå upp");
        await Expect(tab.Page.Locator("#found")).ToContainTextAsync("Utförd");

        await tab.Field("Fakturareferenser").FillAsync("AO2375\nAO-2376\nao2375\nAO2377\nAO2375");
        await tab.PressAsync("Markera fakturerade");
        await Expect(tab.Page.Locator("#told")).ToBeFocusedAsync();
        await Expect(tab.Page.Locator("#told")).ToContainTextAsync("2 av 5 rader är markerade fakturerade.");
        var rows = tab.Page.Locator(".lines tbody tr");
        await Expect(rows.Nth(0)).ToContainTextAsync("AO 2375 Fakturerad.");
        await Expect(rows.Nth(1)).ToContainTextAsync("AO-2376 är ingen fakturareferens");
        await Expect(rows.Nth(3)).ToContainTextAsync("Arbetsorder 2377 har status Beställd");
        await Expect(rows.Nth(4)).ToContainTextAsync("Samma som rad 1.");
        await Expect(tab.Field("Fakturareferenser")).ToHaveValueAsync("AO-2376\nao2375\nAO2377");
        Assert.Empty(tab.Complaints);
    }
}
