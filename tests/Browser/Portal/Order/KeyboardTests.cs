using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal.Order;

/// <summary>The guide's walk by keyboard alone: at each step one sees where one is.</summary>
public sealed class KeyboardTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task The_whole_walk_needs_no_mouse(int width, int height)
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var orders = new Orders(server.Callers);
        await using var order = await OrderOnScreen.OpenAsync(chromium, server, "/orders/2376", options: new() { ViewportSize = new() { Width = width, Height = height } });

        await PressAsync(order, "button:text-is('Acceptera')", "Enter");
        await Expect(order.Status).ToHaveTextAsync("Accepterad");
        await Expect(order.Said).ToBeFocusedAsync();
        await IsSeenAsync(order);

        await PressAsync(order, "a:text-is('Notera')", "Enter");
        await GoToAsync(order, "input[name=phrase]:checked");
        for (var row = 0; row < 4; row++)
            await order.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(order.Phrase("Tid är bokad med kund")).ToBeCheckedAsync();
        await IsSeenAsync(order);
        await PressAsync(order, "button:text-is('Spara')", "Enter");
        await Expect(order.LogRows.First).ToContainTextAsync("Tid är bokad med kund");
        await Expect(order.LogRows.First).ToBeFocusedAsync();
        await IsSeenAsync(order);

        await PressAsync(order, "a:text-is('Notera')", "Enter", backwards: true);
        await GoToAsync(order, "select");
        await order.Page.Keyboard.TypeAsync("Best");
        await Expect(order.Field("Händelse")).ToHaveValueAsync("question");
        await GoToAsync(order, "textarea");
        await order.Page.Keyboard.TypeAsync("Ska blandaren bytas?");
        await PressAsync(order, "button:text-is('Spara')", "Enter");
        await Expect(order.Question("Ska blandaren bytas?")).ToBeVisibleAsync();

        await orders.AnswerAsync(2376, 1, "Ja byt blandaren");
        await Expect(order.LogRows.First).ToContainTextAsync("Ja byt blandaren");
        Assert.Equal(GuideTests.Log, await order.LogAsync());

        await PressAsync(order, "button:text-is('Utförd')", "Enter", backwards: true);
        await Expect(order.Field("Utförd åtgärd")).ToBeFocusedAsync();
        await IsSeenAsync(order);
        await order.Page.Keyboard.TypeAsync("Bytt blandare");
        await GoToAsync(order, "#properties");
        await order.Page.Keyboard.TypeAsync("FMM 9000E");
        await GoToAsync(order, "#serial_number");
        await order.Page.Keyboard.TypeAsync("A-1234");
        await PressAsync(order, "button:text-is('Utförd')", "Enter");
        await Expect(order.Status).ToHaveTextAsync("Utförd");
        await order.IsStillTheSamePageWithoutComplaints();
    }

    private static async Task PressAsync(OrderOnScreen order, string selector, string key, bool backwards = false)
    {
        await GoToAsync(order, selector, backwards);
        await order.Page.Keyboard.PressAsync(key);
    }

    private static async Task GoToAsync(OrderOnScreen order, string selector, bool backwards = false)
    {
        var wanted = order.Page.Locator("main").Locator(selector);
        await Expect(wanted).ToBeVisibleAsync();
        for (var steps = 0; steps < 60; steps++)
        {
            await order.Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            await IsSeenAsync(order);
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
        }
        Assert.Fail($"The keyboard does not lead to {selector}.");
    }

    /// <summary>What has the focus shows it, and is not hidden behind anything.</summary>
    private static async Task IsSeenAsync(OrderOnScreen order)
    {
        var seen = await order.Page.EvaluateAsync<string?>("""
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return null; // the browser's own
              const style = getComputedStyle(e);
              if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no outline: ' + e.outerHTML.slice(0, 120);
              const r = e.getBoundingClientRect();
              if (r.bottom < 0 || r.top > innerHeight) return 'off the screen: ' + e.outerHTML.slice(0, 120);
              const x = Math.min(Math.max(r.left + r.width / 2, 1), innerWidth - 2), y = Math.min(Math.max(r.top + r.height / 2, 1), innerHeight - 2);
              const top = document.elementFromPoint(x, y);
              return e.contains(top) || top?.contains(e) || top?.closest('label')?.contains(e) ? null : 'behind ' + top?.outerHTML.slice(0, 120) + ': ' + e.outerHTML.slice(0, 120);
            }
            """);
        Assert.Null(seen);
    }
}
