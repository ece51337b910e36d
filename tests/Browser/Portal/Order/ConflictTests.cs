using Microsoft.Playwright;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal.Order;

/// <summary>Two people at one order: what the other does shows at once, and nothing that was typed is lost.</summary>
public sealed class ConflictTests(Chromium chromium, SharedSite site) : IClassFixture<Chromium>, IClassFixture<SharedSite>
{
    [Fact]
    public async Task Another_s_change_appears_beside_what_is_being_typed_and_says_whose_it_is()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await order.Button("Redigera").ClickAsync();
        await order.Field("Planerad").FillAsync("2026-11-30");
        await order.Field("Utförd åtgärd").FillAsync("Bytt blandare");

        await orders.UpdateAsync(number, new() { PlannedFor = "2026-12-01", UnitNote = "Är rostig" }, "planned_for", "unit_note");

        await Expect(order.Clash("planned_for")).ToContainTextAsync(
            new System.Text.RegularExpressions.Regex(@"Elsa Österberg ändrade Planerad till 2026-12-01 kl\. \d\d:\d\d\."));
        await Expect(order.Field("Notering (enhet)")).ToHaveValueAsync("Är rostig");
        await Expect(order.Field("Planerad")).ToHaveValueAsync("2026-11-30");

        await order.Button("Spara").ClickAsync();
        await Expect(order.Summary).ToBeFocusedAsync();
        await Expect(order.Summary).ToContainTextAsync("Elsa Österberg har ändrat samma uppgift");
        await Expect(order.Page).ToHaveTitleAsync($"Fel: Arbetsorder {number}");
        Assert.Equal("2026-12-01", (await orders.GetAsync(number)).PlannedFor);

        await order.Page.GetByRole(AriaRole.Button, new() { Name = "Behåll min" }).ClickAsync();
        await order.Button("Spara").ClickAsync();
        await Expect(order.Said).ToHaveTextAsync("Ändringarna är sparade.");
        var saved = await orders.GetAsync(number);
        Assert.Equal(("2026-11-30", "Bytt blandare", "Är rostig"), (saved.PlannedFor, saved.ActionPerformed, saved.Subject.UnitNote));
        await order.IsStillTheSamePageWithoutComplaints();
    }

    [Fact]
    public async Task Theirs_is_taken_at_wish()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await order.Button("Redigera").ClickAsync();
        await order.Field("Notering (enhet)").FillAsync("Är kalkad");
        await orders.UpdateAsync(number, new() { UnitNote = "Är rostig" }, "unit_note");

        await order.Page.GetByRole(AriaRole.Button, new() { Name = "Ta deras" }).ClickAsync();

        await Expect(order.Field("Notering (enhet)")).ToHaveValueAsync("Är rostig");
        await Expect(order.Field("Notering (enhet)")).ToBeFocusedAsync();
        order.HasNoComplaints();
    }

    [Fact]
    public async Task Who_was_faster_with_another_field_stops_no_save()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await order.Button("Redigera").ClickAsync();
        await order.Field("Utförd åtgärd").FillAsync("Bytt blandare");
        var saves = await BeforeTheFirstSaveAsync(order, () => orders.UpdateAsync(number, new() { UnitNote = "Är rostig" }, "unit_note"));

        await order.Button("Spara").ClickAsync();

        await Expect(order.Said).ToHaveTextAsync("Ändringarna är sparade.");
        Assert.Equal(2, saves());
        var saved = await orders.GetAsync(number);
        Assert.Equal(("Bytt blandare", "Är rostig"), (saved.ActionPerformed, saved.Subject.UnitNote));
        await Expect(order.Fact("Notering (enhet)")).ToHaveTextAsync("Är rostig");
        order.HasNoComplaints();
    }

    [Fact]
    public async Task Who_was_faster_with_the_same_field_is_named_and_neither_text_is_lost()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await order.Button("Redigera").ClickAsync();
        await order.Field("Utförd åtgärd").FillAsync("Bytt blandare");
        var saves = await BeforeTheFirstSaveAsync(order, () => orders.UpdateAsync(number, new() { ActionPerformed = "Ring först" }, "action_performed"));

        await order.Button("Spara").ClickAsync();

        await Expect(order.Summary).ToContainTextAsync("Elsa Österberg har ändrat samma uppgift");
        await Expect(order.Clash("action_performed")).ToContainTextAsync("Ring först");
        await Expect(order.Field("Utförd åtgärd")).ToHaveValueAsync("Bytt blandare");
        Assert.Equal(1, saves());
        Assert.Equal("Ring först", (await orders.GetAsync(number)).ActionPerformed);
        order.HasNoComplaints();
    }

    [Fact]
    public async Task The_caret_stays_where_it_is_while_things_happen()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await order.Button("Redigera").ClickAsync();
        await order.Field("Utförd åtgärd").FillAsync("Bytt blandare");
        await order.Page.EvaluateAsync("document.activeElement.setSelectionRange(4, 4)");
        var scroll = await order.Page.EvaluateAsync<double>("scrollY");

        for (var i = 1; i <= 20; i++)
            await orders.NoteAsync(number, $"Notering {i}");
        await Expect(order.LogRows.First).ToContainTextAsync("Notering 20");
        await order.Page.Keyboard.TypeAsync(" ny");

        await Expect(order.Field("Utförd åtgärd")).ToHaveValueAsync("Bytt ny blandare");
        Assert.Equal(scroll, await order.Page.EvaluateAsync<double>("scrollY"));
        await order.IsStillTheSamePageWithoutComplaints();
    }

    [Fact]
    public async Task Two_at_the_tenant_s_numbers_lose_neither()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await order.Button("Redigera Kunduppgifter").ClickAsync();
        await order.Page.Locator("#home_phone").FillAsync("08-46500401");

        await orders.UpdateTenantAsync(number, "08-46500402", "0701740605", PreferredPhone.Mobile);
        await Expect(order.Clash("home_phone")).ToContainTextAsync("Elsa Österberg ändrade Telefon bostad till 08-46500402");
        await Expect(order.Page.Locator("#mobile_phone")).ToHaveValueAsync("0701740605");
        await order.Button("Spara").ClickAsync();
        await Expect(order.Summary).ToContainTextAsync("Elsa Österberg har ändrat samma uppgift");
        await order.Page.GetByRole(AriaRole.Button, new() { Name = "Behåll min" }).ClickAsync();
        await order.Button("Spara").ClickAsync();

        await Expect(order.Said).ToHaveTextAsync("Kunduppgifterna är sparade.");
        var tenant = (await orders.GetAsync(number)).Tenant;
        Assert.Equal(("08-46500401", "0701740605", PreferredPhone.Mobile), (tenant.HomePhone, tenant.MobilePhone, tenant.PreferredPhone));
        order.HasNoComplaints();
    }

    /// <summary>Lets somebody else be faster by a hair. Tells how often it was saved.</summary>
    private static async Task<Func<int>> BeforeTheFirstSaveAsync(OrderOnScreen order, Func<Task> first)
    {
        var saves = 0;
        await order.Page.RouteAsync("**/workorders.v1.WorkOrderService/UpdateWorkOrder", async route =>
        {
            if (++saves == 1)
                await first();
            await route.ContinueAsync();
        });
        return () => saves;
    }
}
