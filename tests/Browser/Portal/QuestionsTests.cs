using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>Frågor: what waits for an answer, and what has one that nobody has read.</summary>
public sealed class QuestionsTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_question_appears_moves_when_it_is_answered_and_is_marked_until_it_is_read()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var orders = new Orders(server.Callers);
        await using var tab = await OpenAsync(server, "/questions");
        await Expect(tab.Main).ToContainTextAsync("Ingen fråga väntar på svar.");
        await tab.Page.EvaluateAsync("window.sameDocument = true");

        await orders.AskAsync(2376, "Ska blandaren bytas?");
        await Expect(Heading(tab)).ToHaveTextAsync("Öppna frågor (1)");
        await Expect(Rows(tab)).ToContainTextAsync("Ska blandaren bytas?");
        await Expect(Rows(tab)).ToContainTextAsync("har väntat");
        await Expect(Rows(tab)).ToContainTextAsync("Torögatan 51");
        await Expect(Rows(tab).Locator("a[data-row]")).ToHaveAttributeAsync("href", "/orders/2376");
        var age = await Rows(tab).Locator(".age").TextContentAsync();
        await Expect(Rows(tab).Locator(".age")).Not.ToHaveTextAsync(age!);

        var other = await tab.OpenAnotherAsync("/contact-details");
        await orders.AnswerAsync(2376, 1, "Ja byt blandaren");
        await Expect(Heading(tab)).ToHaveTextAsync("Öppna frågor (0)");
        await Expect(tab.Page).ToHaveTitleAsync("(1) Frågor");
        await Expect(other.Page).ToHaveTitleAsync("(1) Kontaktuppgifter");
        await Expect(tab.Main.GetByRole(AriaRole.Status)).ToHaveTextAsync("Olästa svar: 1");

        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "Besvarade" }).ClickAsync();
        await Expect(Heading(tab)).ToHaveTextAsync("Besvarade frågor (1 olästa)");
        await Expect(Rows(tab)).ToContainTextAsync("Ja byt blandaren");
        await Expect(Rows(tab)).ToContainTextAsync("Elsa Österberg");
        await Expect(Rows(tab)).ToContainTextAsync("Oläst");

        await tab.PressAsync("Markera som läst Arbetsorder 2376");
        await Expect(tab.Page).ToHaveTitleAsync("Frågor");
        await Expect(Rows(tab)).Not.ToContainTextAsync("Oläst");
        await Expect(Rows(tab).Locator("a[data-row]")).ToBeFocusedAsync();
        await other.WalkToAsync("/questions?state=answered");
        await Expect(Heading(other)).ToHaveTextAsync("Besvarade frågor");
        await Expect(other.Page).ToHaveTitleAsync("Frågor");
        Assert.True(await tab.Page.EvaluateAsync<bool>("window.sameDocument === true"), "the page was loaded again");
        Assert.Empty(tab.Complaints);
        Assert.Empty(other.Complaints);
    }

    [Fact]
    public async Task The_landlord_sees_everybodys_open_questions_longest_waiting_first()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var orders = new Orders(server.Callers);
        await orders.AskAsync(2377, "Först?");
        await orders.AskAsync(2375, "Sedan?");
        await using var tab = await PortalTab.OpenAsync(chromium, server, "elsa", "/questions?state=open");

        await Expect(Heading(tab)).ToHaveTextAsync("Öppna frågor (2)");
        await Expect(Rows(tab)).ToContainTextAsync(["Först?", "Sedan?"]);
        await Expect(Rows(tab).First).ToContainTextAsync(new Regex("Testfirma AB\\s+frågade 20\\d\\d-"));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task They_come_fifty_at_a_time_and_the_address_says_where_one_is()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var orders = new Orders(server.Callers);
        for (var i = 1; i <= 51; i++)
            await orders.AskAsync(2375 + i % 3, $"Fråga nummer {i}?");
        await using var tab = await OpenAsync(server, "/questions");
        await Expect(Rows(tab)).ToHaveCountAsync(50);

        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "Nästa 50" }).ClickAsync();
        await Expect(Rows(tab)).ToHaveCountAsync(1);
        await Expect(Rows(tab)).ToContainTextAsync("Fråga nummer 51?");
        await tab.Page.ReloadAsync();
        await Expect(Rows(tab)).ToContainTextAsync("Fråga nummer 51?");
        await tab.ReadyAsync();
        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "Från början" }).ClickAsync();
        await Expect(Rows(tab)).ToHaveCountAsync(50);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Ugly_questions_fit_a_small_phone()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var orders = new Orders(server.Callers);
        await orders.AskAsync(2375, new string('x', 4_000));
        await orders.AskAsync(2376, "<script>alert(1)</script> مرحبا 🚰\nrad två");
        await orders.AnswerAsync(2376, 1, new string('å', 4_000));
        await using var tab = await OpenAsync(server, "/questions", new() { ViewportSize = new() { Width = 320, Height = 640 } });

        Assert.Equal(0, await tab.OverflowAsync());
        await tab.WalkToAsync("/questions?state=answered");
        await Expect(Rows(tab)).ToContainTextAsync("<script>alert(1)</script> مرحبا 🚰");
        Assert.Equal(0, await tab.OverflowAsync());
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task They_are_there_before_any_program_runs()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await new Orders(server.Callers).AskAsync(2375, "Ska blandaren bytas?");
        await using var tab = await chromium.OpenAsync(server.Http, "1999/99999", "/questions", new() { JavaScriptEnabled = false });

        await Expect(tab.Page.Locator(".asked")).ToContainTextAsync("Ska blandaren bytas?");
    }

    private Task<PortalTab> OpenAsync(TestServer server, string path, BrowserNewContextOptions? options = null) =>
        PortalTab.OpenAsync(chromium, server, "1999/99999", path, options);

    private static ILocator Heading(PortalTab tab) => tab.Main.GetByRole(AriaRole.Heading, new() { Level = 2 });

    private static ILocator Rows(PortalTab tab) => tab.Main.Locator(".asked");
}
