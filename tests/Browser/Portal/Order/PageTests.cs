using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal.Order;

/// <summary>What an order's page shows: every field of the guide, on every screen, on paper, and nothing that isn't the reader's.</summary>
public sealed partial class PageTests(Chromium chromium, SharedSite site) : IClassFixture<Chromium>, IClassFixture<SharedSite>
{
    private const string Ugly = "<script>window.markup = true</script><b>fet</b> 👷🏽‍♀️ שלום مرحبا ";

    [Fact]
    public async Task Every_field_of_the_guide_is_there_before_any_program_runs()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var tab = await chromium.OpenAsync(server.Http, OrderOnScreen.Contractor, "/orders/2375", new() { JavaScriptEnabled = false });
        var order = new OrderOnScreen(tab);

        (string, string)[] facts =
        [
            ("Objektnummer", "64010765"), ("Objekttyp", "3 rum och kök"), ("Våning", "0 av 2 (ej hiss)"),
            ("Adress", "Torögatan 51 12265 Enskede"), ("Hyresgäst", "Test Testsson"), ("Telefon bostad", "*0799999999, nummer att använda"),
            ("Telefon övrig/SMS", "0788888888"), ("Inflyttning", "2009-08-27"), ("Inpassering till objektet", "Nej"), ("Kommentar", "testar"),
            ("Adminområde", "2 (Fastighetsavdelningen)"), ("Fel", "Bordsvägen"), ("Sök 1", "Tallkrogen"), ("Stadsdel", "Farsta SDF"),
            ("Utförare", "1999/99999 Testfirma AB"), ("Arbetsordernummer", "2375 (Serviceanmälan)"), ("Status", "Beställd"),
            ("Utrymme", "Kök (076506)"), ("Enhet", "Diskbänk"), ("Installerad", "2010-09-16"), ("Utfört underhåll", "2010-09-16"),
            ("Fras", "Blandare dåligt tryck"), ("Beskrivning", "Kommer inget vatten"), ("Namn", "Elsa Österberg"),
        ];
        foreach (var (name, value) in facts)
            await Expect(order.Fact(name)).ToHaveTextAsync(value);
        foreach (var name in (string[])["Telefon arbete", "Nyckelinformation", "Planerad", "Egenskaper", "Serienummer", "Utförd åtgärd", "Notering (enhet)", "Konto", "Mobil", "Epost"])
            await Expect(order.Fact(name)).ToHaveTextAsync("–");
        await Expect(order.Fact("Buntnummer")).ToHaveTextAsync(new Regex(@"^64010765-\d{8}$"));
        await Expect(order.Fact("Referensnummer")).ToContainTextAsync("AO2375");
    }

    [Fact]
    public async Task The_starred_number_comes_first_and_can_be_called()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await new Orders(server.Callers).UpdateTenantAsync(2375, "0799999999", "070-174 06 05", PreferredPhone.Mobile);
        await using var order = await OrderOnScreen.OpenAsync(chromium, server, "/orders/2375", options: new() { ViewportSize = new() { Width = 390, Height = 844 } });

        var first = order.Page.Locator("a[href^='tel:']").First;
        await Expect(first).ToHaveAttributeAsync("href", "tel:0701740605");
        await Expect(first).ToHaveAccessibleNameAsync(new Regex("070-174 06 05 ?, nummer att använda"));
        await Expect(first).ToBeInViewportAsync();
        await Expect(order.Page.Locator(".facts a[href^='tel:']").First).ToHaveAttributeAsync("href", "tel:0701740605");
        await Expect(order.Button("Acceptera")).ToBeInViewportAsync();
        order.HasNoComplaints();
    }

    [Fact]
    public async Task The_reference_is_copied_with_nothing_between()
    {
        var number = await site.PlaceAsync();
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");

        await order.Page.GetByRole(AriaRole.Button, new() { Name = "Kopiera Referensnummer" }).ClickAsync();

        await Expect(order.Page.Locator(".copy [role=status]")).ToHaveTextAsync("Kopierat");
        Assert.Equal($"AO{number}", await order.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Expect(order.Page.Locator("main")).ToContainTextAsync("utan mellanslag eller bindestreck");
        order.HasNoComplaints();
    }

    [Fact]
    public async Task It_prints_to_one_page_with_its_reference_however_long_its_log_and_texts_are()
    {
        var number = await site.PlaceAsync();
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await PrintsAsync(order, number);

        var orders = site.Orders;
        var text = string.Concat(Enumerable.Repeat(Ugly, 200))[..3_900];
        await orders.UpdateAsync(
            number, new() { UnitNote = text, ActionPerformed = text, Properties = text[..60], SerialNumber = new('X', 100) },
            "unit_note", "action_performed", "properties", "serial_number");
        for (var i = 1; i <= 60; i++)
            await orders.NoteAsync(number, $"Notering {i}");
        await Expect(order.LogRows.First).ToContainTextAsync("Notering 60");
        await PrintsAsync(order, number);
        order.HasNoComplaints();
    }

    private static async Task PrintsAsync(OrderOnScreen order, long number)
    {
        var pdf = await order.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });

        Assert.Single(PdfPage().Matches(Encoding.Latin1.GetString(pdf)));
        await order.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var printed = await order.Page.Locator("body").InnerTextAsync();
        foreach (var told in (string[])[$"AO{number}", "Torögatan 51", "Test Testsson", "0799999999", "Kommer inget vatten", "Familjebostäder AB"])
            Assert.Contains(told, printed, StringComparison.Ordinal);
        foreach (var notPrinted in (string[])["Huvudsida", "Acceptera", "Skriv ut", "Kopiera", "Redigera"])
            Assert.DoesNotContain(notPrinted, printed, StringComparison.Ordinal);
        await order.Page.EmulateMediaAsync(new() { Media = Media.Null });
    }

    [Fact]
    public async Task Markup_is_text_and_the_longest_word_breaks()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        await orders.NoteAsync(number, Ugly + new string('x', 3_000));
        await orders.AskAsync(number, new string('å', 4_000));
        await orders.UpdateAsync(number, new() { UnitNote = new('n', 4_000), Properties = new('W', 200) }, "unit_note", "properties");
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await Expect(order.LogRows.Filter(new() { HasText = "<script>window.markup = true</script><b>fet</b>" })).ToHaveCountAsync(1);

        foreach (var width in (int[])[1280, 390, 320])
            await FitsAsync(width);
        await order.GoToAsync($"/orders/{number}/note");
        await Expect(order.Field("Notering")).ToBeVisibleAsync();
        await FitsAsync(320);
        var endless = await new Placing(site.Server).PlaceAsync("64010765", wish => wish.PropertyObject.Address.Street = new('g', 120));
        await order.GoToAsync($"/orders/{endless.Number}");
        await Expect(order.Fact("Adress")).ToContainTextAsync("ggg");
        await FitsAsync(390);
        Assert.False(await order.Page.EvaluateAsync<bool>("'markup' in window"));
        order.HasNoComplaints();

        async Task FitsAsync(int width)
        {
            await order.Page.SetViewportSizeAsync(width, 800);
            Assert.True(await order.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"scrolls sideways at {width} pixels");
            if (width >= 700)
                return;
            Assert.Empty(await order.Page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll('main :is(button, a, select, input, textarea)')].map(e => ['radio', 'file'].includes(e.type) ? e.closest('label') : e)
                  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 100))
                """));
        }
    }

    [Fact]
    public async Task What_is_not_mine_and_what_is_not_there_look_the_same()
    {
        var theirs = await site.PlaceAsync();
        await site.Orders.ReassignAsync(theirs, "1999/10001");
        var order = await OrderOnScreen.OpenAsync(chromium, site, "/orders/99999999");
        await IsHiddenAsync("99999999");

        using var session = await site.Server.SignInAsync(OrderOnScreen.Contractor);
        foreach (var (number, path) in new[] { ($"{theirs}", $"/orders/{theirs}"), ("99999999", "/orders/99999999/note"), ($"{theirs}", $"/orders/{theirs}/note") })
        {
            await order.GoToAsync(path);
            await IsHiddenAsync(number);
            // and as whoever follows a link from elsewhere gets it
            using var answer = await session.OpenAsync(path);
            var sent = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains(Hidden(number), sent);
            Assert.DoesNotContain("Torögatan", sent);
        }
        order.HasNoComplaints();

        async Task IsHiddenAsync(string number)
        {
            await Expect(order.Page.Locator("main .problem")).ToHaveTextAsync(Hidden(number));
            await Expect(order.Page.Locator("main")).Not.ToContainTextAsync("Torögatan");
        }

        static string Hidden(string number) => $"Det finns ingen arbetsorder {number}, eller så är den inte er.";
    }

    [Fact]
    public async Task Older_rows_come_at_wish_and_new_ones_still_lie_on_top()
    {
        var number = await site.PlaceAsync();
        var orders = site.Orders;
        for (var i = 1; i <= 60; i++)
            await orders.NoteAsync(number, $"Notering {i}");
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await Expect(order.LogRows).ToHaveCountAsync(50);

        await order.Button("Visa äldre").ClickAsync();
        await Expect(order.LogRows).ToHaveCountAsync(61);
        await Expect(order.LogRows.Last).ToContainTextAsync("AO Registrerad och Beställd");
        await Expect(order.LogRows.Nth(50)).ToBeFocusedAsync();
        await orders.NoteAsync(number, "Alldeles ny");

        await Expect(order.LogRows).ToHaveCountAsync(62);
        await Expect(order.LogRows.First).ToContainTextAsync("Alldeles ny");
        await Expect(order.LogRows.First).ToHaveClassAsync("fresh");
        await order.IsStillTheSamePageWithoutComplaints();
    }

    [Fact]
    public async Task A_note_without_an_event_or_words_says_what_is_missing()
    {
        var number = await site.PlaceAsync();
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}/note");

        await order.Field("Notering").FillAsync("Ringer i morgon");
        await order.Button("Spara").ClickAsync();
        await Expect(order.Summary).ToBeFocusedAsync();
        await Expect(order.Summary).ToContainTextAsync("Välj en händelse.");
        await Expect(order.Page).ToHaveTitleAsync($"Fel: Notera – arbetsorder {number}");
        await Expect(order.Field("Notering")).ToHaveValueAsync("Ringer i morgon");

        await order.Field("Händelse").SelectOptionAsync("Beställningsfråga");
        await order.Field("Notering").FillAsync(" ");
        await order.Button("Spara").ClickAsync();
        await Expect(order.Summary).ToContainTextAsync("Skriv din fråga.");
        order.HasNoComplaints();
    }

    [Fact]
    public async Task Fields_that_the_server_refuses_say_why_and_keep_what_was_typed()
    {
        var number = await site.PlaceAsync();
        var order = await OrderOnScreen.OpenAsync(chromium, site, $"/orders/{number}");
        await order.Button("Redigera").ClickAsync();
        await order.Field("Serienummer").FillAsync(new('1', 101));
        await order.Button("Spara").ClickAsync();

        await Expect(order.Summary).ToContainTextAsync("Serienummer: Är för lång.");
        await Expect(order.Field("Serienummer")).ToHaveValueAsync(new string('1', 101));
        await Expect(order.Field("Serienummer")).ToHaveAttributeAsync("aria-invalid", "true");

        await order.Button("Redigera Kunduppgifter").ClickAsync();
        await order.Page.Locator("#work_phone").FillAsync("ring växeln");
        await order.Page.Locator(".tenantform").GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        await Expect(order.Page.Locator("#work_phone-error")).ToContainTextAsync("Får ha siffror");
        await Expect(order.Page.Locator("#work_phone")).ToHaveValueAsync("ring växeln");
        order.HasNoComplaints();
    }

    [Fact]
    public async Task It_speaks_english_without_a_reload()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var order = await OrderOnScreen.OpenAsync(chromium, server, "/orders/2375");

        await order.Page.Locator(".account summary").ClickAsync();
        await order.Button("English").ClickAsync();

        await Expect(order.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Work order 2375");
        await Expect(order.Fact("Entry to the unit")).ToHaveTextAsync("No");
        await Expect(order.Button("Accept")).ToBeVisibleAsync();
        await order.IsStillTheSamePageWithoutComplaints();
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PdfPage();
}
