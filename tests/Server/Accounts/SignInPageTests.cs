using Microsoft.Playwright;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Accounts;

/// <summary>The sign-in page in a real browser, by keyboard.</summary>
public sealed class SignInPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Somebody_signs_in_with_the_keyboard_alone_and_lands_where_he_was_going()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await chromium.OpenAsync(server.Http, person: null, "/");
        await Assertions.Expect(tab.Page).ToHaveTitleAsync("Logga in");
        await Assertions.Expect(tab.Page.GetByLabel("Användarnamn")).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("elsa");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.TypeAsync("Elsa-demo-1");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Huvudsida" })).ToBeVisibleAsync();
        Assert.Empty(tab.Complaints);

        await Assertions.Expect(tab.Page.Locator(".portal[data-ready]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await tab.Page.GetByText("Elsa Österberg").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }).ClickAsync();
        await Assertions.Expect(tab.Page).ToHaveTitleAsync("Logga in");
    }

    [Fact]
    public async Task A_mistake_is_told_in_a_focused_summary_and_the_user_name_is_kept()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await chromium.OpenAsync(server.Http, person: null, "/sign-in?culture=en");
        await tab.Page.GetByLabel("User name").FillAsync("elsa");
        await tab.Page.GetByLabel("Password").FillAsync("wrong");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(tab.Page).ToHaveTitleAsync("Error: Sign in");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Assertions.Expect(tab.Page.GetByLabel("User name")).ToHaveValueAsync("elsa");
        await Assertions.Expect(tab.Page.GetByLabel("Password")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_page_fits_a_phone()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await chromium.OpenAsync(
            server.Http, person: null, "/sign-in", new() { ViewportSize = new() { Width = 320, Height = 600 } });
        Assert.True(await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var button = await tab.Page.GetByRole(AriaRole.Button).BoundingBoxAsync();
        Assert.True(button!.Height >= 44);
    }

    [Fact]
    public async Task A_wall_board_is_led_to_the_wall()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var tab = await chromium.OpenAsync(server.Http, "wall", "/");
        await IsAtTheWallAsync(server, tab);
    }

    [Fact]
    public async Task A_dispatcher_finds_the_wall_from_the_start_page()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var tab = await chromium.OpenAsync(server.Http, "dispatch", "/");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Tavlan" }).First.ClickAsync();
        await IsAtTheWallAsync(server, tab);
    }

    private static async Task IsAtTheWallAsync(TestServer server, Tab tab)
    {
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new Uri(server.Http, "/wall").AbsoluteUri);
        await Assertions.Expect(tab.Page.GetByText("Direkt")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.Empty(tab.Complaints);
    }
}
