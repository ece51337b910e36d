using Microsoft.Playwright;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal.Order;

/// <summary>What was typed and not saved outlives the page, and the order's leaving.</summary>
public sealed class KeptTextTests(Chromium chromium, SharedSite site) : IClassFixture<Chromium>, IClassFixture<SharedSite>
{
    [Fact]
    public async Task A_draft_survives_a_reload_and_a_walk_elsewhere_until_it_is_saved()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await order.Button("Redigera").ClickAsync();
        await order.Field("Utförd åtgärd").FillAsync("Bytt blandare");

        await order.Page.ReloadAsync();
        await order.IsReadyAsync();
        await Expect(order.Field("Utförd åtgärd")).ToHaveValueAsync("Bytt blandare");
        await Expect(order.Page.Locator(".notice")).ToContainTextAsync("men inte sparade finns kvar här");

        await order.Link("Huvudsida").ClickAsync();
        await Expect(order.Page.Locator(".matrix")).ToBeVisibleAsync();
        await order.Page.GoBackAsync();
        await Expect(order.Field("Utförd åtgärd")).ToHaveValueAsync("Bytt blandare");

        await order.Button("Spara").ClickAsync();
        await Expect(order.Said).ToHaveTextAsync("Ändringarna är sparade.");
        Assert.Equal("Bytt blandare", (await orders.GetAsync(number)).ActionPerformed);
        await order.KeepsNothingAsync();
        order.HasNoComplaints();
    }

    [Fact]
    public async Task A_draft_that_somebody_has_overtaken_is_offered_beside_theirs_with_their_name()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await order.Button("Redigera").ClickAsync();
        await order.Field("Notering (enhet)").FillAsync("Är kalkad");
        await order.GoToAsync("/");

        await orders.UpdateAsync(number, new() { UnitNote = "Är rostig" }, "unit_note");
        await order.GoToAsync($"/orders/{number}");

        await Expect(order.Field("Notering (enhet)")).ToHaveValueAsync("Är kalkad");
        await Expect(order.Clash("unit_note")).ToContainTextAsync("Elsa Österberg ändrade Notering (enhet) till Är rostig");
        order.HasNoComplaints();
    }

    [Fact]
    public async Task Thrown_away_it_is_gone()
    {
        var number = await site.PlaceAsync();
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}/note");
        await order.Field("Händelse").SelectOptionAsync("AO Information");
        await order.Field("Notering").FillAsync("Ringer i morgon");

        await order.Page.ReloadAsync();
        await order.IsReadyAsync();
        await Expect(order.Field("Notering")).ToHaveValueAsync("Ringer i morgon");
        await order.Button("Släng det").ClickAsync();
        await Expect(order.Field("Notering")).ToHaveValueAsync("");

        await order.Page.ReloadAsync();
        await order.IsReadyAsync();
        await Expect(order.Field("Notering")).ToHaveValueAsync("");
        await Expect(order.Page.Locator(".notice")).ToHaveCountAsync(0);
        order.HasNoComplaints();
    }

    [Fact]
    public async Task A_message_that_was_begun_is_open_again_with_its_text()
    {
        var number = await site.PlaceAsync();
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await order.Button("Meddelande till beställare").ClickAsync();
        await order.Field("Meddelande").FillAsync("Kommer i morgon");

        await order.Page.ReloadAsync();
        await order.IsReadyAsync();

        await Expect(order.Field("Meddelande")).ToHaveValueAsync("Kommer i morgon");
        await Expect(order.Page.Locator(".textform .notice")).ToContainTextAsync("men inte sparade finns kvar här");
        await order.Button("Skicka").ClickAsync();
        await Expect(order.Said).ToHaveTextAsync("Meddelandet är skickat till beställaren.");
        await order.KeepsNothingAsync();
        order.HasNoComplaints();
    }

    [Fact]
    public async Task What_one_account_has_typed_is_offered_to_no_other()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var tab = await chromium.OpenAsync(server.Http, OrderOnScreen.Contractor, "/orders/2376");
        var order = new OrderOnScreen(tab);
        await order.IsReadyAsync();
        await order.Button("Redigera").ClickAsync();
        await order.Field("Utförd åtgärd").FillAsync("Bara min");

        await tab.Context.ClearCookiesAsync();
        await order.Page.GotoAsync("/sign-in?returnUrl=%2Forders%2F2376");
        await order.Page.GetByLabel("Användarnamn").FillAsync("elsa");
        await order.Page.GetByLabel("Lösenord").FillAsync(People.PasswordOf("elsa"));
        await order.Button("Logga in").ClickAsync();
        await order.IsReadyAsync();

        await Expect(order.Fact("Utförd åtgärd")).ToHaveTextAsync("–");
        await Expect(order.Page.Locator("main")).Not.ToContainTextAsync("Bara min");
    }

    [Fact]
    public async Task An_order_that_is_taken_away_says_so_at_once_takes_the_tenant_with_it_and_leaves_what_was_typed()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await Expect(order.Page.Locator("main")).ToContainTextAsync("Test Testsson");
        await order.Button("Redigera").ClickAsync();
        await order.Field("Utförd åtgärd").FillAsync("Bytt blandare");

        await orders.ReassignAsync(number, "1999/10001");

        await Expect(order.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync($"Arbetsorder {number} är inte längre er");
        await Expect(order.Field("Utförd åtgärd")).ToHaveValueAsync("Bytt blandare");
        await Expect(order.Field("Utförd åtgärd")).ToHaveAttributeAsync("readonly", "");
        var all = await order.Page.ContentAsync() + await order.Page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])");
        foreach (var personal in (string[])["Test Testsson", "0799999999", "0788888888", "testar"])
            Assert.DoesNotContain(personal, all);
        order.HasNoComplaints();
    }

    [Fact]
    public async Task Declining_needs_a_reason_and_takes_the_order_away()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");

        await order.Button("Avslå").ClickAsync();
        await Expect(order.Field("Varför avslår ni?")).ToBeFocusedAsync();
        await order.Button("Avslå arbetsordern").ClickAsync();
        await Expect(order.Summary).ToBeFocusedAsync();
        await Expect(order.Summary).ToContainTextAsync("Varför avslår ni?: Måste fyllas i.");
        await Expect(order.Page).ToHaveTitleAsync($"Fel: Arbetsorder {number}");
        Assert.Equal(WorkOrderStatus.Ordered, (await orders.GetAsync(number)).Status);
        await order.Summary.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(order.Field("Varför avslår ni?")).ToBeFocusedAsync();

        await order.Field("Varför avslår ni?").FillAsync("Fel fackområde");
        await order.Button("Avslå arbetsordern").ClickAsync();

        await Expect(order.Page.Locator("main")).ToContainTextAsync($"Arbetsorder {number} är avslagen och har lämnat era listor.");
        await Expect(order.Page.Locator("main")).Not.ToContainTextAsync("Test Testsson");
        Assert.Equal(WorkOrderStatus.Declined, (await orders.GetAsync(number)).Status);
        order.HasNoComplaints();
    }
}
