using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Wall;

/// <summary>A screen is hung up, let in, and shown out; nobody touches it after the first time.</summary>
public sealed class PairingTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_screen_is_let_in_by_the_code_on_it_and_asks_for_another_when_it_is_shown_out()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var screen = await chromium.OpenAsync(server.Http, null, "/wall?layout=all&scale=125");
        var code = screen.Page.Locator("#code");
        await Expect(code).ToHaveTextAsync(new Regex("^[B-Z]{4}-[B-Z]{4}$"));
        var first = await code.TextContentAsync();

        await using var desk = await chromium.OpenAsync(server.Http, "dispatch", "/");
        await Expect(desk.Page.Locator("[data-ready]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Driftcentral" }).First.ClickAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Väggtavlor" }).First.ClickAsync();
        await desk.Page.GetByLabel("Koden på skärmen").FillAsync("BBBB-BBBB");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Ingen skärm visar koden BBBB-BBBB just nu.");
        await Expect(desk.Page.GetByRole(AriaRole.Alert).First).ToBeFocusedAsync();

        await desk.Page.GetByLabel("Koden på skärmen").FillAsync(first!.ToLowerInvariant());
        await desk.Page.Keyboard.PressAsync("Enter");
        var asks = desk.Page.Locator(".asks");
        await Expect(asks).ToContainTextAsync(first);
        await Expect(asks).ToContainTextAsync("127.0.0.1");
        await Expect(asks).ToContainTextAsync("Chrome");
        await desk.Page.GetByLabel("Tavlans namn").FillAsync("Driftcentralen <b>norr</b>");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#told")).ToHaveTextAsync("Driftcentralen <b>norr</b> är godkänd. Skärmen visar tavlan inom några sekunder.");

        var wall = new WallOnScreen(screen);
        await Expect(wall.Contact).ToContainTextAsync("Direkt", new() { Timeout = 60_000 });
        await Expect(wall.Count("Ej accepterade")).ToHaveTextAsync("3");
        await Expect(screen.Page).ToHaveURLAsync(new Regex("/wall\\?layout=all&scale=125$"));
        await Expect(desk.Page.Locator(".board")).ToContainTextAsync("Visar tavlan nu", new() { Timeout = 15_000 });
        Assert.Empty(screen.Complaints);

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Koppla bort" }).ClickAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator(".board")).ToHaveCountAsync(0);
        await Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Parkoppla skärmen igen", new() { Timeout = 30_000 });
        await Expect(code).ToHaveTextAsync(new Regex("^[B-Z]{4}-[B-Z]{4}$"));
        Assert.NotEqual(first, await code.TextContentAsync());
        await Expect(screen.Page).ToHaveURLAsync(new Regex(Regex.Escape("/pair?returnUrl=%2Fwall%3Flayout%3Dall%26scale%3D125")));
        Assert.Empty(desk.Complaints);
    }
}
