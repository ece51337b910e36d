using Microsoft.Playwright;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>Registrera arbetsorder: a contractor's own finding.</summary>
public sealed class RegisterTests(Chromium chromium, SharedSite site) : IClassFixture<Chromium>, IClassFixture<SharedSite>
{
    [Fact]
    public async Task A_finding_reaches_the_landlord_as_it_was_written()
    {
        var tab = await OpenAsync();

        await tab.Field("Typ").SelectOptionAsync("Rondering");
        await tab.Field("Objektnummer").FillAsync("4711");
        await tab.Field("Gatuadress").FillAsync("Bordsvägen 3");
        await tab.Field("Postnummer").FillAsync("122 32");
        await tab.Field("Ort").FillAsync("Enskede");
        await tab.Field("Utrymme").FillAsync("Tvättstuga");
        await tab.Field("Enhet").FillAsync("Torktumlare");
        await tab.Field("Fras").FillAsync("Låter illa");
        await tab.Field("Beskrivning").FillAsync("Gnisslar <b>مرحبا</b> 🚰");
        await tab.Field("Egenskaper").FillAsync("Electrolux T5130");
        await tab.Field("Serienummer").FillAsync("SN-1");
        await tab.Field("Planerad").FillAsync("2027-01-15");
        await tab.PressAsync("Registrera");

        await Expect(tab.Page.Locator("#registered")).ToBeFocusedAsync();
        var number = (await Orders(site.Server, "dispatch").ListWorkOrdersAsync(new() { Filter = new() { ObjectNumber = "4711" } })).WorkOrders.Single().Number;
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync($"Arbetsorder {number} är registrerad och väntar på beställare");
        await Expect(tab.Main.GetByRole(AriaRole.Link, new() { Name = $"Visa arbetsorder {number}" })).ToHaveAttributeAsync("href", $"/orders/{number}");
        var order = (await Orders(site.Server, "dispatch").GetWorkOrderAsync(new() { Number = number })).WorkOrder;
        Assert.Equal(WorkOrderStatus.Registered, order.Status);
        Assert.Equal(WorkOrderType.InspectionRound, order.Type);
        Assert.Equal(new Address { Street = "Bordsvägen 3", PostalCode = "12232", Town = "Enskede" }, order.PropertyObject.Address);
        Assert.Equal(new Subject
        {
            Space = "Tvättstuga", Unit = "Torktumlare", Phrase = "Låter illa", Description = "Gnisslar <b>مرحبا</b> 🚰",
            Properties = "Electrolux T5130", SerialNumber = "SN-1",
        }, order.Subject);
        Assert.Equal("2027-01-15", order.PlannedFor);

        await tab.PressAsync("Registrera en till");
        await Expect(tab.Field("Objektnummer")).ToHaveValueAsync("");
        await Expect(tab.Field("Typ")).ToBeFocusedAsync();
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_known_object_fills_in_the_address_and_what_is_typed_stays()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var tab = await OpenAsync(server);

        await tab.Field("Ort").FillAsync("Stockholm");
        await tab.Field("Objektnummer").FillAsync("64010765");
        await tab.Field("Objektnummer").PressAsync("Tab");

        await Expect(tab.Main.GetByRole(AriaRole.Status)).ToHaveTextAsync("Adressen är hämtad från arbetsorder 2377.");
        await Expect(tab.Field("Gatuadress")).ToHaveValueAsync("Torögatan 51");
        await Expect(tab.Field("Postnummer")).ToHaveValueAsync("12265");
        await Expect(tab.Field("Ort")).ToHaveValueAsync("Stockholm");

        await tab.Field("Fras").FillAsync("Droppar");
        await tab.Field("Fras").PressAsync("Enter");
        await Expect(tab.Page.Locator("#registered")).ToBeFocusedAsync();
        var order = (await Orders(server, "dispatch").GetWorkOrderAsync(new() { Number = 2378 })).WorkOrder;
        Assert.Equal("3 rum och kök", order.PropertyObject.Kind);
        Assert.Equal("Farsta SDF", order.PropertyObject.District);

        await tab.PressAsync("Registrera en till");
        await tab.Field("Objektnummer").FillAsync("4711");
        await tab.Field("Objektnummer").PressAsync("Tab");
        await Expect(tab.Main.GetByRole(AriaRole.Status)).ToContainTextAsync("Ni har ingen arbetsorder på objekt 4711.");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_the_fields_and_nothing_typed_is_lost()
    {
        var tab = await OpenAsync();
        await tab.Page.SetViewportSizeAsync(320, 640);

        await tab.Field("Postnummer").FillAsync("12");
        await tab.Field("Enhet").FillAsync(new string('x', 201));
        await tab.PressAsync("Registrera");

        await Expect(tab.Summary).ToBeFocusedAsync();
        await Expect(tab.Page).ToHaveTitleAsync("Fel: Registrera arbetsorder");
        await Expect(tab.Summary.GetByRole(AriaRole.Link)).ToHaveTextAsync(
        [
            "Objektnummer: Måste fyllas i.", "Gatuadress: Måste fyllas i.", "Postnummer: Ska vara fem siffror utan mellanslag.",
            "Enhet: Är för lång.", "Beskrivning: Måste fyllas i.",
        ]);
        await Expect(await tab.ProblemAsync("Enhet")).ToContainTextAsync("Är för lång.");
        await Expect(tab.Field("Enhet")).ToHaveValueAsync(new string('x', 201));
        Assert.Equal(0, await tab.OverflowAsync());
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_double_click_and_a_second_try_after_a_lost_answer_register_once()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await OpenAsync(server);
        await FillAsync(tab);
        // the server hears it, its answer is lost
        await tab.Page.RouteAsync("**/RegisterWorkOrder", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });

        await tab.Main.GetByRole(AriaRole.Button, new() { Name = "Registrera", Exact = true }).DblClickAsync();
        await Expect(tab.Summary).ToContainTextAsync("Servern svarar inte just nu. Det du har skrivit finns kvar. Försök igen.");
        await tab.Page.UnrouteAsync("**/RegisterWorkOrder");
        await tab.GoToAsync("/register");
        await Expect(tab.Field("Fras")).ToHaveValueAsync("Droppar");
        await tab.Main.GetByRole(AriaRole.Button, new() { Name = "Registrera", Exact = true }).DblClickAsync();

        await Expect(tab.Page.Locator("#registered")).ToBeFocusedAsync();
        Assert.Single((await Orders(server, "dispatch").ListWorkOrdersAsync(new())).WorkOrders);
        await tab.WalkToAsync("/");
        await Expect(tab.Page.Locator(".matrix")).ToBeVisibleAsync();
        await tab.WalkToAsync("/register");
        await Expect(tab.Field("Fras")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Whoever_changes_something_after_a_lost_answer_is_told_that_it_was_registered()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await OpenAsync(server);
        await FillAsync(tab);
        await tab.Page.RouteAsync("**/RegisterWorkOrder", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await tab.PressAsync("Registrera");
        await Expect(tab.Summary).ToContainTextAsync("Servern svarar inte just nu.");
        await tab.Page.UnrouteAsync("**/RegisterWorkOrder");

        await tab.Field("Fras").FillAsync("Droppar mycket");
        await tab.PressAsync("Registrera");

        await Expect(tab.Summary).ToContainTextAsync("registrerades redan vid ett tidigare försök");
        Assert.Single((await Orders(server, "dispatch").ListWorkOrdersAsync(new())).WorkOrders);
    }

    private Task<PortalTab> OpenAsync() => PortalTab.OpenAsync(chromium, site, "1999/99999", "/register");

    private Task<PortalTab> OpenAsync(TestServer server) => PortalTab.OpenAsync(chromium, server, "1999/99999", "/register");

    private static async Task FillAsync(PortalTab tab)
    {
        await tab.Field("Objektnummer").FillAsync("4711");
        await tab.Field("Gatuadress").FillAsync("Bordsvägen 3");
        await tab.Field("Fras").FillAsync("Droppar");
    }

    private static WorkOrderService.WorkOrderServiceClient Orders(TestServer server, string who) => new(server.As(who));
}
