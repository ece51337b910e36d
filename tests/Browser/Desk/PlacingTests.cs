using Microsoft.Playwright;
using WorkOrders.Browser.Tests.Portal;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Desk;

/// <summary>An orderer's order from its placing to its end.</summary>
public sealed class PlacingTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task An_order_is_placed_with_what_is_known_reopened_bundled_and_cancelled()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true, Settings = Placing.Patience });
        var orders = new Orders(server.Callers);
        await using var tab = await PortalTab.OpenAsync(chromium, server, "elsa", "/desk/place");

        // 1. nothing is sent that lacks what it needs; the number tells the rest
        await tab.PressAsync("Registrera");
        await Expect(tab.Summary).ToBeFocusedAsync();
        await tab.Field("Objektnummer").FillAsync("64010765");
        await tab.Field("Gatuadress").FocusAsync();
        await Expect(tab.Field("Gatuadress")).ToHaveValueAsync("Torögatan 51");
        await Expect(tab.Main).ToContainTextAsync("Objekt och hyresgäst är hämtade från arbetsorder 237");
        await Expect(tab.Field("Namn")).Not.ToHaveValueAsync("");
        await tab.Field("Fras").FillAsync("Blandare läcker");
        await tab.Field("Prioritet").SelectOptionAsync("Urgent");
        await tab.Field("Utförare").SelectOptionAsync("1999/99999");
        await tab.PressAsync("Beställ arbetsorder");
        await Expect(tab.Page.Locator("#placed")).ToBeFocusedAsync();
        const long Number = 2378;
        await Expect(tab.Page).ToHaveTitleAsync($"Arbetsorder {Number} är upplagd");
        var placed = await orders.GetAsync(Number);
        Assert.Equal(
            (WorkOrderStatus.Ordered, Priority.Urgent, "1999/99999", (await orders.GetAsync(2377)).Tenant),
            (placed.Status, placed.Priority, placed.Contractor.Id, placed.Tenant));

        // 2. what was not done right is opened again
        await orders.AcceptAsync(Number);
        await orders.CompleteAsync(Number, "Bytt packning");
        await tab.Main.GetByRole(AriaRole.Link, new() { Name = $"Visa arbetsorder {Number}" }).ClickAsync();
        await tab.PressAsync("Återöppna");
        await Expect(tab.Main.GetByLabel("Vad som inte är rätt utfört")).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("Droppar igen");
        await tab.PressAsync("Återöppna arbetsordern");
        await Expect(tab.Page.Locator("#said")).ToHaveTextAsync("Arbetsordern är återöppnad.");

        // 3. out of its bundle, and together with another one
        await tab.PressAsync("Bunta");
        await tab.Main.GetByRole(AriaRole.Checkbox, new() { Name = "AO 2377" }).CheckAsync();
        await tab.PressAsync("Bunta de markerade med denna");
        await Expect(tab.Page.Locator("#said")).ToHaveTextAsync("Arbetsordern är buntad.");
        Assert.EndsWith("-1", (await orders.GetAsync(Number)).BundleNumber, StringComparison.Ordinal);
        await tab.PressAsync("Bryt ur bunt");
        await Expect(tab.Page.Locator("#said")).ToHaveTextAsync("Arbetsordern är utbruten ur bunten.");

        // 4. withdrawn, with a reason
        await tab.PressAsync("Makulera");
        await tab.PressAsync("Makulera arbetsordern");
        await Expect(tab.Main.GetByLabel("Varför arbetsordern makuleras")).ToHaveAttributeAsync("aria-invalid", "true");
        await tab.Main.GetByLabel("Varför arbetsordern makuleras").FillAsync("Dubblett");
        await tab.PressAsync("Makulera arbetsordern");
        await Expect(tab.Page.Locator("#said")).ToHaveTextAsync("Arbetsordern är makulerad.");
        Assert.Equal(WorkOrderStatus.Cancelled, (await orders.GetAsync(Number)).Status);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Findings_are_placed_or_refused_and_several_own_orders_bundled_on_the_desk()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true, Settings = Placing.Patience });
        var firm = new WorkOrderService.WorkOrderServiceClient(server.As("testfirma"));
        await using var tab = await PortalTab.OpenAsync(chromium, server, "elsa", "/desk", new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await FindAsync("Taket läcker");
        await FindAsync("Rutan är sprucken");
        var findings = tab.Main.Locator(".finding");
        await Expect(findings).ToHaveCountAsync(2);
        Assert.Equal(0, await tab.OverflowAsync());

        await findings.First.GetByRole(AriaRole.Button, new() { Name = "Beställ …" }).ClickAsync();
        await Expect(tab.Field("Utförare")).ToHaveValueAsync("1999/99999");
        await tab.PressAsync("Beställ");
        await Expect(tab.Page.Locator("#desk-said")).ToHaveTextAsync("Arbetsorder 2378 är beställd.");
        await Expect(findings).ToHaveCountAsync(1);
        await findings.GetByRole(AriaRole.Button, new() { Name = "Avvisa …" }).ClickAsync();
        await tab.Main.GetByLabel("Varför det inte ska göras").FillAsync("Görs av förvaltaren");
        await tab.PressAsync("Avvisa");
        await Expect(findings).ToHaveCountAsync(0);

        await tab.Main.GetByLabel("Markera arbetsorder 2376").CheckAsync();
        await tab.Main.GetByLabel("Markera arbetsorder 2378").CheckAsync();
        await tab.PressAsync("Bunta de markerade");
        await Expect(tab.Main.GetByRole(AriaRole.Alert)).ToContainTextAsync("kan inte ligga i samma bunt");
        await tab.Main.GetByLabel("Markera arbetsorder 2378").UncheckAsync();
        await tab.Main.GetByLabel("Markera arbetsorder 2377").CheckAsync();
        await tab.PressAsync("Bunta de markerade");
        await Expect(tab.Page.Locator("#desk-said")).ToHaveTextAsync("De markerade är buntade med arbetsorder 2376.");
        Assert.Equal(0, await tab.OverflowAsync());
        Assert.Empty(tab.Complaints);

        async Task FindAsync(string text) => await firm.RegisterWorkOrderAsync(new()
        {
            RequestId = $"{Guid.NewGuid()}",
            Type = WorkOrderType.InspectionRound,
            PropertyObject = new() { Number = "4711", Address = new() { Street = "Bordsvägen 3" } },
            Subject = new() { Description = text },
        });
    }
}
