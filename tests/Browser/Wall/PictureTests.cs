using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Wall;

/// <summary>What the wall looks like: readable at three metres, whole, in two languages, and there before any program runs.</summary>
public sealed class PictureTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_first_paint_needs_no_program()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var tab = await chromium.OpenAsync(server.Http, "wall", "/wall", new() { JavaScriptEnabled = false });
        var wall = new WallOnScreen(tab);
        await Expect(wall.Total("Beställda")).ToHaveTextAsync("3");
        await Expect(wall.Panel("Ej accepterade")).ToContainTextAsync("2375");
    }

    [Fact]
    public async Task The_language_changes_without_a_reload()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var wall = await WallOnScreen.OpenAsync(chromium, server.Http);

        // buttons come with whoever is at the pointer
        await wall.Page.Mouse.MoveAsync(400, 400);
        await wall.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(wall.Total("Ordered")).ToHaveTextAsync("3");
        await Expect(wall.Page.Locator("main")).ToHaveAttributeAsync("lang", "en");

        await wall.Page.Mouse.MoveAsync(500, 500);
        await wall.Page.GetByRole(AriaRole.Button, new() { Name = "Svenska" }).ClickAsync();
        await Expect(wall.Total("Beställda")).ToHaveTextAsync("3");
        await wall.IsStillTheSamePageWithoutComplaints();
    }

    [Fact]
    public async Task A_person_signs_in_and_comes_to_the_wall()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var tab = await chromium.OpenAsync(server.Http, null, "/wall");
        await Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/pair"));
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Logga in i stället" }).ClickAsync();

        await tab.Page.GetByLabel("Användarnamn").FillAsync("dispatch");
        await tab.Page.GetByLabel("Lösenord").FillAsync("Dispatch-demo-1");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();

        await Expect(new WallOnScreen(tab).Total("Beställda")).ToHaveTextAsync("3");
        Assert.Empty(tab.Complaints);
    }
}
