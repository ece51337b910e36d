using Microsoft.Playwright;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>The frame, Huvudsida and the lists on a phone, for thumbs and narrow screens.</summary>
public sealed class PhoneTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Endless = "Obeskrivligtlångtordutannågotmellanrumsomingenbrytermenskärmenärsmal";

    private static readonly string[] Addresses =
    [
        "/", "/orders", "/orders?status=" + Endless + Endless,
        "/orders?status=ordered&type=fault&q=obe&bundle=64010765-20190819-med-ett-mycket-langt-nummer&sort=number",
    ];

    [Fact]
    public async Task Nothing_scrolls_sideways_at_320_pixels()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true, GeneratedOrders = 60 });
        await PlaceUglyAsync(server);
        await using var phone = await ListOnScreen.OpenAsync(chromium, server, "/", width: 320, height: 640);
        var broken = new List<string>();
        foreach (var address in Addresses)
        {
            await phone.GoToAsync(address);
            foreach (var language in (string[])["sv", "en"])
            {
                await Expect(phone.Page.Locator($"html[lang={language}]")).ToHaveCountAsync(1);
                broken.AddRange((await phone.TooWideAsync()).Select(what => $"{address}, {language}: {what}"));
                await AccessibilityCase.SwitchLanguageAsync(phone.Page);
            }
            if (address == "/") continue;
            await phone.Page.Locator(".filter summary").ClickAsync();
            broken.AddRange((await phone.TooWideAsync()).Select(what => $"{address}, filter: {what}"));
        }
        Assert.Empty(broken);
        phone.HasNoComplaints();
    }

    [Fact]
    public async Task Everything_is_large_enough_for_a_thumb_and_nothing_lies_behind_the_bar()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true, GeneratedOrders = 60 });
        await using var phone = await ListOnScreen.OpenAsync(chromium, server, "/", width: 390, height: 844);
        foreach (var address in (string[])["/", "/orders"])
        {
            await phone.GoToAsync(address);
            await phone.Page.Locator(address == "/" ? ".explanations summary" : ".filter summary").First.ClickAsync();
            await phone.Page.Locator(".thumb summary").ClickAsync();
            Assert.Empty(await phone.TooSmallAsync());
            Assert.All(await phone.Page.Locator(".thumb > ul > li").EvaluateAllAsync<double[]>("all => all.map(e => e.firstElementChild.getBoundingClientRect().height)"),
                height => Assert.InRange(height, 48, 80));
            await phone.Page.Keyboard.PressAsync("Escape");

            await phone.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
            Assert.True(await phone.Page.EvaluateAsync<bool>(
                "[...document.querySelectorAll('main *')].every(e => !e.checkVisibility() || e.getBoundingClientRect().bottom <= document.querySelector('.thumb').getBoundingClientRect().top)"));
        }
        phone.HasNoComplaints();
    }

    [Fact]
    public async Task The_header_is_one_row_and_the_bar_leads_everywhere()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var phone = await ListOnScreen.OpenAsync(chromium, server, "/", width: 390, height: 844);
        var tops = await phone.Page.EvaluateAsync<double[]>(
            "['.brand', '.contact', '.account'].map(s => { const r = document.querySelector(s).getBoundingClientRect(); return r.top + r.height / 2; })");
        Assert.All(tops, top => Assert.InRange(top, tops[0] - 4, tops[0] + 4));
        var bar = phone.Page.GetByRole(AriaRole.Navigation, new() { Name = "Meny" });
        await Expect(bar).ToHaveCountAsync(1);
        foreach (var name in new[] { "Huvudsida", "Arbetsorder Nya", "Arbetsorder pågående", "Frågor" })
            await Expect(bar.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).ToBeVisibleAsync();

        await bar.GetByRole(AriaRole.Link, new() { Name = "Arbetsorder Nya" }).ClickAsync();
        await phone.HasNumbersAsync(2377, 2376, 2375);
        await Expect(bar.Locator("[aria-current=page]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("Nya"));

        var menu = phone.Page.Locator(".thumb summary");
        var contact = bar.GetByRole(AriaRole.Link, new() { Name = "Kontaktuppgifter" });
        await menu.ClickAsync();
        await Expect(contact).ToBeVisibleAsync();
        await phone.Page.Keyboard.PressAsync("Escape");
        await Expect(contact).ToBeHiddenAsync();
        await Expect(menu).ToBeFocusedAsync();
        await menu.ClickAsync();
        await contact.EvaluateAsync("link => { link.addEventListener('click', e => e.preventDefault()); link.click(); }");
        await Expect(contact).ToBeHiddenAsync();
        await menu.ClickAsync();
        await phone.Heading.ClickAsync();
        await Expect(contact).ToBeHiddenAsync();
        phone.HasNoComplaints();
    }

    [Fact]
    public async Task A_row_that_is_reached_by_keyboard_is_never_behind_the_bar()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true, GeneratedOrders = 60 });
        await using var phone = await ListOnScreen.OpenAsync(chromium, server, "/orders", width: 390, height: 640);
        var count = await phone.Rows.CountAsync();
        Assert.InRange(count, 4, 60);
        for (var i = 0; i < count; i++)
        {
            await phone.Page.Keyboard.PressAsync("j");
            Assert.True(await phone.Page.EvaluateAsync<bool>(
                "document.activeElement.matches('[data-row]') && document.activeElement.getBoundingClientRect().bottom <= document.querySelector('.thumb').getBoundingClientRect().top"));
        }
    }

    [Fact]
    public async Task On_a_wide_screen_the_menu_is_a_row_and_the_bar_is_not_there()
    {
        await using var server = await TestServer.StartAsync();
        await using var desk = await ListOnScreen.OpenAsync(chromium, server, "/", width: 701);
        await Expect(desk.Page.Locator(".menu")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".thumb")).ToBeHiddenAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(8);
    }

    private static Task<WorkOrder> PlaceUglyAsync(TestServer server) => new Placing(server).PlaceAsync("64010765", r =>
    {
        r.PropertyObject.Address.Street = Endless;
        r.Tenant.Name = "مرحبا <b>Test</b> 👩‍🔧";
        r.Subject.Phrase = "Blandare " + Endless;
        r.Subject.Unit = Endless;
        r.Subject.Description = string.Concat(Enumerable.Repeat("<script>alert(1)</script>🔧", 100));
    });
}
