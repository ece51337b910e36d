using System.Diagnostics;
using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Wall;

/// <summary>From the gRPC command to the pixel, and through outages, without a hand on the wall.</summary>
public sealed class LiveTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Every_step_of_an_order_appears_without_a_reload()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var orders = new Orders(server.Callers);
        await using var wall = await WallOnScreen.OpenAsync(chromium, server.Http);
        await Expect(wall.Total("Beställda")).ToHaveTextAsync("3");
        await Expect(wall.Count("Ej accepterade")).ToHaveTextAsync("3");

        await orders.AcceptAsync(2376);
        await Expect(wall.Total("Beställda")).ToHaveTextAsync("2");
        await Expect(wall.Total("Accepterade")).ToHaveTextAsync("1");
        await Expect(wall.Panel("Ej accepterade")).Not.ToContainTextAsync("2376");
        await Expect(wall.NewestEvent).ToContainTextAsync("Accepterad");
        await Expect(wall.NewestEvent).ToContainTextAsync("2376");

        await orders.AskAsync(2376, "Ska blandaren bytas?");
        await Expect(wall.Count("Öppna frågor")).ToHaveTextAsync("1");
        await Expect(wall.Panel("Öppna frågor")).ToContainTextAsync("2376");

        await orders.AnswerAsync(2376, 1, "Ja byt blandaren");
        await Expect(wall.Count("Öppna frågor")).ToHaveTextAsync("0");

        await orders.DeclineAsync(2375, "Fel fackområde");
        await Expect(wall.Count("Avslagna")).ToHaveTextAsync("1");
        await Expect(wall.Total("Avslagna")).ToHaveTextAsync("1");

        await orders.CompleteAsync(2376, "Bytt blandare");
        await Expect(wall.Total("Utförda")).ToHaveTextAsync("1");
        await Expect(wall.Total("Accepterade")).ToHaveTextAsync("0");
        await wall.IsStillTheSamePageWithoutComplaints();
    }

    [Fact]
    public async Task The_wall_goes_on_by_itself_after_a_crash()
    {
        await using var server = await ServerProcess.StartAsync(new() { GuideOrders = true });
        var orders = new Orders(server.Callers);
        await using var wall = await WallOnScreen.OpenAsync(chromium, server.Http);

        await server.KillAsync();
        await Expect(wall.Contact).Not.ToContainTextAsync("Direkt");
        await Expect(wall.Total("Beställda")).ToHaveTextAsync("3");

        await server.StartAgainAsync();
        await orders.AcceptAsync(2375);
        await Expect(wall.Contact).ToContainTextAsync("Direkt", new() { Timeout = 30_000 });
        await Expect(wall.Total("Beställda")).ToHaveTextAsync("2");
        await Expect(wall.Total("Accepterade")).ToHaveTextAsync("1");
        Assert.True(await wall.Page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_told_and_what_was_known_stays_on_the_wall()
    {
        await using var server = await ServerProcess.StartAsync(new() { GuideOrders = true });
        await using var wall = await WallOnScreen.OpenAsync(chromium, server.Http);

        await SignalAsync(server, "STOP");
        await Expect(wall.Contact).ToContainTextAsync("Kontakt bruten – visar läget kl.", new() { Timeout = 30_000 });
        await Expect(wall.Total("Beställda")).ToHaveTextAsync("3");
        // the words for it push nothing off the screen
        Assert.True(await wall.Page.EvaluateAsync<bool>(
            "['.contact', '#clock'].every(s => { const box = document.querySelector(s).getBoundingClientRect(); return box.width > 0 && box.right <= innerWidth; })"));

        await SignalAsync(server, "CONT");
        await Expect(wall.Contact).ToContainTextAsync("Direkt", new() { Timeout = 30_000 });
        Assert.True(await wall.Page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [Fact]
    public async Task Nothing_that_somebody_wrote_and_nothing_of_a_tenant_is_in_any_byte_that_a_wall_receives()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var orders = new Orders(server.Callers);
        await using var tab = await chromium.OpenAsync(server.Http, "wall", "/sign-in");
        var received = new Received(tab.Page);
        var secret = await orders.PlaceWithSecretsAsync();
        await orders.AcceptAsync(2377);
        await orders.CompleteAsync(2377, Orders.Secret);
        await tab.Page.GotoAsync("/wall?every=off");
        var wall = new WallOnScreen(tab);
        await Expect(wall.Contact).ToContainTextAsync("Direkt", new() { Timeout = 60_000 });

        await orders.NoteAsync(secret, Orders.Secret);
        await orders.AskAsync(secret, Orders.Secret);
        await orders.AnswerAsync(secret, 1, Orders.Secret);
        await orders.DeclineAsync(secret, Orders.Secret);
        // that takes another snapshot, over the wire: on which day it was done, no event tells
        await orders.ReopenAsync(2377, Orders.Secret);
        await Expect(wall.Total("Utförda")).ToHaveTextAsync("0");
        await Expect(wall.Count("Avslagna")).ToHaveTextAsync("1");
        foreach (var layout in new[] { "Per utförare", "Per stadsdel" })
        {
            await tab.Page.Keyboard.PressAsync("ArrowRight");
            await Expect(wall.Heading).ToHaveTextAsync(layout);
        }

        var all = await received.AllAsync() + await tab.Page.ContentAsync();
        Assert.Superset(new HashSet<string> { "/wall", "/workorders.v1.WorkOrderService/GetWallBoard" }, received.Paths);
        Assert.Contains($"{secret}", all);
        Assert.Contains("HEMLIG-GATA", all); // what may hang there is found in whatever it is wrapped
        Assert.DoesNotContain(Orders.Secret, all);
        Assert.DoesNotContain("Test Testsson", all);
        Assert.DoesNotContain("0799999999", all);
    }

    private static async Task SignalAsync(ServerProcess server, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{server.ProcessId}"]);
        await kill.WaitForExitAsync();
    }
}
