using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal.Order;

/// <summary>The guide's own walk through an order, with a mouse.</summary>
public sealed class GuideTests(Chromium chromium, SharedSite site) : IClassFixture<Chromium>, IClassFixture<SharedSite>
{
    /// <summary>The guide's rows, to the letter.</summary>
    public static readonly string[][] Log =
    [
        ["Beställningssvar", "Beställningssvar", "Ja byt blandaren"],
        ["AO Information", "Beställningsfråga", "Beställningsfråga Ska blandaren bytas?"],
        ["AO Information", "AO Information", "Tid är bokad med kund"],
        ["AO Information", "AO Accepterad", "Accepterad"],
        ["AO Information", "AO Registrerad och Beställd", ""],
    ];

    [Fact]
    public async Task Accept_note_ask_be_answered_edit_and_complete()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await Expect(order.Status).ToHaveTextAsync("Beställd");

        await order.Button("Acceptera").ClickAsync();
        await Expect(order.Status).ToHaveTextAsync("Accepterad");
        await Expect(order.Said).ToHaveTextAsync("Arbetsordern är accepterad.");
        await Expect(order.Button("Avslå")).ToHaveCountAsync(0);

        await order.Link("Notera").ClickAsync();
        await order.Phrase("Tid är bokad med kund").CheckAsync();
        await Expect(order.Page.Locator(".audience")).ToHaveTextAsync("Hyresgästen ser frasen på Mina sidor.");
        await Expect(order.Field("Händelse")).ToHaveValueAsync("note");
        await order.Button("Spara").ClickAsync();
        await Expect(order.Noted).ToHaveTextAsync("Noteringen är sparad.");
        await Expect(order.Noted).ToBeInViewportAsync();
        await Expect(order.LogRows.First).ToContainTextAsync("Tid är bokad med kund");
        await Expect(order.LogRows.First).ToBeFocusedAsync();
        await Expect(order.LogRows.First).ToBeInViewportAsync();

        await order.Link("Notera").ClickAsync();
        await order.Field("Händelse").SelectOptionAsync("Beställningsfråga");
        await Expect(order.Page.GetByRole(Microsoft.Playwright.AriaRole.Radio)).ToHaveCountAsync(0);
        await order.Field("Notering").FillAsync("Ska blandaren bytas?");
        await Expect(order.Page.Locator(".audience")).ToHaveTextAsync("Hyresgästen ser inte frågan. Beställaren ser den direkt.");
        await order.Button("Spara").ClickAsync();
        await Expect(order.Question("Ska blandaren bytas?")).ToContainTextAsync("Väntar på svar");

        await orders.AnswerAsync(number, 1, "Ja byt blandaren");
        await Expect(order.LogRows.First).ToContainTextAsync("Ja byt blandaren");
        await Expect(order.Question("Ska blandaren bytas?")).ToContainTextAsync("Besvarad");
        await Expect(order.Page.Locator(".log .news")).ToContainTextAsync("Beställningssvar Ja byt blandaren");
        Assert.Equal(Log, await order.LogAsync());

        await order.Button("Utförd").ClickAsync();
        await Expect(order.Field("Utförd åtgärd")).ToBeFocusedAsync();
        await order.Field("Utförd åtgärd").FillAsync("Bytt blandare");
        await order.Button("Utförd").ClickAsync();
        await Expect(order.Page.Locator("#reminder")).ToBeFocusedAsync();
        await order.Field("Egenskaper").FillAsync("FMM 9000E");
        await order.Field("Serienummer").FillAsync("A-1234");
        await order.Button("Utförd").ClickAsync();
        await Expect(order.Status).ToHaveTextAsync("Utförd");
        await Expect(order.Fact("Utförd åtgärd")).ToHaveTextAsync("Bytt blandare");
        await Expect(order.Fact("Egenskaper")).ToHaveTextAsync("FMM 9000E");
        await Expect(order.Fact("Serienummer")).ToHaveTextAsync("A-1234");
        await order.KeepsNothingAsync();
        await order.IsStillTheSamePageWithoutComplaints();
    }

    [Fact]
    public async Task Three_presses_accept_from_the_start_page_and_three_more_note_a_phrase()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var order = await OrderOnScreen.OpenAsync(chromium, server, "/");
        await order.Page.EvaluateAsync("window.presses = 0; addEventListener('click', e => { if (e.isTrusted) presses++; }, true)");

        await order.Link("Beställda, Fel 3").ClickAsync();
        await order.Page.Locator("[data-row]").Filter(new() { HasText = "2375" }).ClickAsync();
        await order.Button("Acceptera").ClickAsync();
        await Expect(order.Status).ToHaveTextAsync("Accepterad");
        Assert.Equal(3, await order.Page.EvaluateAsync<int>("presses"));

        await order.Link("Notera").ClickAsync();
        await order.Phrase("Material är beställt").CheckAsync();
        await order.Button("Spara").ClickAsync();
        await Expect(order.LogRows.First).ToContainTextAsync("Material är beställt");
        Assert.InRange(await order.Page.EvaluateAsync<int>("presses"), 4, 6);
        await order.IsStillTheSamePageWithoutComplaints();
    }

    [Fact]
    public async Task A_unit_without_model_and_serial_number_can_be_done_anyway()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        await orders.AcceptAsync(number);
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");

        await order.Button("Utförd").ClickAsync();
        await order.Button("Utförd").ClickAsync();
        await Expect(order.Summary).ToContainTextAsync("Utförd åtgärd: Måste fyllas i.");
        await order.Field("Utförd åtgärd").FillAsync("Tätat");
        await order.Button("Utförd").ClickAsync();
        await order.Button("Ändå utförd").ClickAsync();

        await Expect(order.Status).ToHaveTextAsync("Utförd");
        Assert.Equal("Tätat", (await orders.GetAsync(number)).ActionPerformed);
        order.HasNoComplaints();
    }

    [Fact]
    public async Task The_orderer_answers_on_the_order_in_two_activations_and_sees_no_button_of_the_contractors()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        await orders.AskAsync(number, "Ska blandaren bytas?");
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}", "elsa");
        foreach (var button in (string[])["Acceptera", "Avslå", "Utförd", "Meddelande till beställare"])
            await Expect(order.Button(button)).ToHaveCountAsync(0);

        await order.Field("Svar").FillAsync("Ja byt blandaren");
        await orders.NoteAsync(number, "Något annat händer");
        await Expect(order.LogRows.First).ToContainTextAsync("Något annat händer");
        await Expect(order.Field("Svar")).ToHaveValueAsync("Ja byt blandaren");
        await order.Button("Svara").ClickAsync();

        await Expect(order.Question("Ska blandaren bytas?")).ToContainTextAsync("Besvarad");
        await Expect(order.LogRows.First).ToContainTextAsync("Ja byt blandaren");
        await order.IsStillTheSamePageWithoutComplaints();
    }

    [Fact]
    public async Task A_message_reaches_the_orderer_and_an_empty_one_is_told()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var order = await OrderOnScreen.OpenAsync(chromium, server, "/orders/2376");

        await order.Button("Meddelande till beställare").ClickAsync();
        await Expect(order.Field("Meddelande")).ToBeFocusedAsync();
        await order.Button("Skicka").ClickAsync();
        await Expect(order.Summary).ToBeFocusedAsync();
        await Expect(order.Page).ToHaveTitleAsync("Fel: Arbetsorder 2376");
        await order.Field("Meddelande").FillAsync("Kommer i morgon");
        await order.Button("Skicka").ClickAsync();

        await Expect(order.Said).ToHaveTextAsync("Meddelandet är skickat till beställaren.");
        await Expect(order.Page).ToHaveTitleAsync("Arbetsorder 2376");
        await Expect(order.LogRows.First).ToContainTextAsync("Kommer i morgon");
        order.HasNoComplaints();
    }
}
