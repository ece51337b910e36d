using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>Huvudsida: numbers that lead to what they count, and change by themselves.</summary>
public sealed class HomeTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Each_number_leads_to_a_list_with_as_many_entries()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true, GeneratedOrders = 200 });
        await new Orders(server.Callers).AcceptAsync(2375);
        await using var home = await ListOnScreen.OpenAsync(chromium, server, "/");
        var numbers = home.Page.Locator(".matrix td a");
        var rows = await home.Page.Locator(".matrix tbody tr").CountAsync();
        Assert.InRange(rows, 5, 6);
        await Expect(numbers).ToHaveCountAsync(rows * 7);
        var cells = await numbers.EvaluateAllAsync<string[][]>("all => all.map(a => [a.getAttribute('href'), a.querySelector('.count').textContent.trim()])");
        Assert.True(cells.Count(c => c[1] != "0") > 8, "the test needs more numbers");

        foreach (var cell in cells)
        {
            await home.Page.EvaluateAsync("address => Blazor.navigateTo(address)", cell[0]);
            await Expect(home.Rows.Or(home.Page.Locator(".nothing")).First).ToBeVisibleAsync();
            await Expect(home.Page).ToHaveURLAsync(new Regex(Regex.Escape(cell[0]) + "$"));
            await Expect(home.Rows).ToHaveCountAsync(int.Parse(cell[1], CultureInfo.InvariantCulture));
        }
        // on a phone they stand in blocks, and all of them are there
        await home.Page.SetViewportSizeAsync(390, 844);
        await home.GoToAsync("/");
        foreach (var number in await numbers.AllAsync())
            await Expect(number).ToBeVisibleAsync();
        home.HasNoComplaints();
    }

    [Fact]
    public async Task A_number_changes_by_itself_glows_and_keeps_the_focus()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var home = await ListOnScreen.OpenAsync(chromium, server, "/");
        var ordered = home.Page.GetByRole(AriaRole.Link, new() { Name = "Beställda, Fel 3" });
        await ordered.FocusAsync();
        await Expect(home.Page.Locator(".fresh")).ToHaveCountAsync(0);

        await new Orders(server.Callers).AcceptAsync(2375);

        await Expect(home.Page.GetByRole(AriaRole.Link, new() { Name = "Beställda, Fel 2" })).ToBeFocusedAsync();
        await Expect(home.Page.GetByRole(AriaRole.Link, new() { Name = "Accepterade, Totalt 1" })).ToBeVisibleAsync();
        await Expect(home.Page.Locator(".fresh")).ToHaveTextAsync(["2", "2", "1", "1"]);
        Assert.InRange(await home.Page.Locator(".fresh").First.EvaluateAsync<double>("e => parseFloat(getComputedStyle(e).animationDuration)"), 0.1, 2);
        await home.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        Assert.Equal("none", await home.Page.Locator(".fresh").First.EvaluateAsync<string>("e => getComputedStyle(e).animationName"));
        home.HasNoComplaints();
    }
}
