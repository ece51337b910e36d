using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>The lists: all fields of an entry, bundles, pages, and what happens meanwhile.</summary>
public sealed class ListTests(Chromium chromium, SharedSite site) : IClassFixture<Chromium>, IClassFixture<SharedSite>
{
    [Fact]
    public async Task An_entry_has_the_guides_fields_in_the_guides_order()
    {
        var list = await ListOnScreen.OpenAsync(chromium, site, "/orders?status=ordered");

        await Expect(list.Heading).ToHaveTextAsync("Arbetsorder Nya");
        await Expect(list.Page).ToHaveTitleAsync("Arbetsorder Nya");
        Assert.Equal(
            ["BuntNr", "AO-nr", "Utförare", "Status", "Beställd", "Beställare", "Obj nr", "Adress", "HG", "Utrymme", "Enhet", "Fras", "Beskrivning"],
            await list.Entry(2375).Locator("dt").AllTextContentsAsync());
        var values = (await list.Entry(2375).Locator("dd").AllTextContentsAsync()).Select(v => v.Trim()).ToList();
        Assert.Matches(@"^64010765-\d{8}$", values[0]);
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", values[4]);
        Assert.Equal(
            ["2375 (Serviceanmälan)", "Testfirma AB", "Beställd"], values[1..4]);
        Assert.Equal(
            ["Elsa Österberg", "64010765", "Torögatan 51", "Test Testsson", "Kök", "Diskbänk", "Blandare dåligt tryck", "Kommer inget vatten"], values[5..]);
        list.HasNoComplaints();
    }

    [Fact]
    public async Task The_whole_entry_leads_to_the_order()
    {
        var list = await ListOnScreen.OpenAsync(chromium, site, "/orders?status=ordered");

        await Expect(list.Row(2376)).ToBeVisibleAsync();
        Assert.Equal(["/orders/2376"], await list.Entry(2376).EvaluateAsync<string[]>("""
            entry => {
              const box = entry.getBoundingClientRect(), found = new Set();
              for (let x = 3; x < box.width; x += 20)
                for (let y = 3; y < box.height; y += 10)
                  found.add(document.elementFromPoint(box.x + x, box.y + y).closest('a')?.getAttribute('href') ?? 'nothing');
              return [...found];
            }
            """));
    }

    [Fact]
    public async Task A_planned_day_that_has_passed_and_an_open_question_are_marked()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var late = (await new Placing(server).PlaceAsync("1001", r => r.PlannedFor = "2019-08-19")).Number;
        await new Orders(server.Callers).AskAsync(2375, "Ska blandaren bytas?");
        await using var list = await ListOnScreen.OpenAsync(chromium, server, "/orders");

        await Expect(list.Entry(late)).ToContainTextAsync(new Regex(@"Planerad\s*2019-08-19\s*Försenad"));
        await Expect(list.Entry(2375)).ToContainTextAsync("Öppen sedan");
        await Expect(list.Entry(2376)).Not.ToContainTextAsync("Fråga");
        await list.GoToAsync("/orders?overdue=true");
        await list.HasNumbersAsync(late);
        await list.GoToAsync("/orders?question=open");
        await list.HasNumbersAsync(2375);
        list.HasNoComplaints();
    }

    [Fact]
    public async Task A_bundle_is_accepted_at_once_and_another_tab_sees_it_go()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var alone = await new Placing(server).PlaceAsync("1001");
        await using var one = await ListOnScreen.OpenAsync(chromium, server, "/orders?status=ordered");
        await using var other = await ListOnScreen.OpenAsync(chromium, server, "/orders?status=ordered");
        var bundle = one.Page.Locator(".bundle");
        await Expect(bundle).ToHaveCountAsync(1);
        await Expect(bundle.GetByRole(AriaRole.Heading)).ToHaveTextAsync(new Regex(@"^Bunt 64010765-\d{8} 3 arbetsorder$"));
        await Expect(bundle.Locator("[data-row]")).ToHaveCountAsync(3);
        await Expect(one.Entry(alone.Number)).ToBeVisibleAsync();

        await bundle.GetByRole(AriaRole.Button, new() { Name = "Acceptera alla" }).ClickAsync();

        await Expect(one.Page.Locator("#told")).ToHaveTextAsync(new Regex(@"Accepterade:\s*AO 2375,\s*AO 2376,\s*AO 2377"));
        await Expect(one.Page.Locator("#told")).ToBeFocusedAsync();
        await one.HasNumbersAsync(alone.Number);
        await other.HasNumbersAsync(alone.Number);
        await one.GoToAsync("/orders?status=accepted");
        await one.HasNumbersAsync(2377, 2376, 2375);
        await Expect(one.Page.GetByRole(AriaRole.Button, new() { Name = "Acceptera alla" })).ToHaveCountAsync(0);
        one.HasNoComplaints();
        other.HasNoComplaints();
    }

    [Fact]
    public async Task What_a_filter_hides_of_a_bundle_is_told_before_all_of_it_is_accepted()
    {
        await using var server = await TestServer.StartAsync();
        var placing = new Placing(server);
        var first = await placing.PlaceAsync("1001");
        var second = await placing.PlaceAsync("1001");
        var hidden = await placing.PlaceAsync("1001", r => r.Type = WorkOrderType.Maintenance);
        await using var list = await ListOnScreen.OpenAsync(chromium, server, "/orders?status=ordered&type=fault");

        await list.HasNumbersAsync(second.Number, first.Number);
        await Expect(list.Page.Locator(".bundle")).ToContainTextAsync($"Acceptera alla gäller även AO {hidden.Number}, som filtret döljer.");
    }

    [Fact]
    public async Task The_landlord_sees_all_orders_and_accepts_none()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true, GeneratedOrders = 40 });
        await using var list = await ListOnScreen.OpenAsync(chromium, server, "/orders", "elsa");

        await Expect(list.Page.Locator(".bundle").First).ToBeVisibleAsync();
        await Expect(list.Rows).ToHaveCountAsync(43);
        Assert.InRange((await list.Page.Locator(".entry dl > div:nth-child(3) dd").AllTextContentsAsync()).Distinct().Count(), 2, 43);
        await Expect(list.Page.GetByRole(AriaRole.Button, new() { Name = "Acceptera alla" })).ToHaveCountAsync(0);
        list.HasNoComplaints();
    }

    [Fact]
    public async Task What_happens_meanwhile_moves_neither_the_focus_nor_the_page()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true, Settings = Placing.Patience });
        var placing = new Placing(server);
        for (var i = 0; i < 12; i++) await placing.PlaceAsync($"{1001 + i}");
        var orders = new Orders(server.Callers);
        await using var list = await ListOnScreen.OpenAsync(chromium, server, "/orders?status=ordered");
        await list.Row(2376).FocusAsync();
        var top = await TopAsync();
        await list.Page.EvaluateAsync("window.sameRow = document.activeElement");

        await orders.AcceptAsync(2380);
        await Expect(list.Row(2380)).ToHaveCountAsync(0);
        var added = (await placing.PlaceAsync("2001")).Number;
        await Expect(list.Row(added)).ToHaveCountAsync(1);
        await Expect(list.Row(2376)).ToBeFocusedAsync();
        Assert.True(await list.Page.EvaluateAsync<bool>("window.sameRow === document.activeElement"), "the row was drawn anew");
        Assert.InRange(await TopAsync(), top - 2, top + 2);

        // its bundle goes from three to two, and then it is none: the row stands elsewhere and keeps the focus
        await orders.AcceptAsync(2377);
        await Expect(list.Row(2377)).ToHaveCountAsync(0);
        await orders.AcceptAsync(2375);
        await Expect(list.Page.Locator(".bundle")).ToHaveCountAsync(0);
        await Expect(list.Row(2376)).ToBeFocusedAsync();
        list.HasNoComplaints();

        Task<double> TopAsync() => list.Row(2376).EvaluateAsync<double>("e => e.getBoundingClientRect().top");
    }

    [Fact]
    public async Task Over_all_pages_each_order_is_shown_once_and_the_way_back_is_the_same()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true, GeneratedOrders = 117 });
        await using var list = await ListOnScreen.OpenAsync(chromium, server, "/orders", "dispatch");
        List<long> seen = [];
        // a page that ends amid a bundle has a few orders more
        List<(string Address, long First)> pages = [];
        while (true)
        {
            await Expect(list.Page.Locator(".list-head")).ToContainTextAsync($"Visar {seen.Count + 1}–");
            var page = await list.NumbersAsync();
            pages.Add((list.Page.Url, page[0]));
            seen.AddRange(page);
            await Expect(list.Page.Locator(".list-head")).ToContainTextAsync($"–{seen.Count}");
            if (await list.Next.CountAsync() == 0) break;
            await list.Next.ClickAsync();
            await Expect(list.Heading).ToBeFocusedAsync();
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
        Assert.Equal(3, pages.Count);
        await list.Page.ReloadAsync();
        await list.IsLiveAsync();
        foreach (var (address, first) in pages.AsEnumerable().Reverse().Skip(1))
        {
            await list.Previous.ClickAsync();
            await Expect(list.Page).ToHaveURLAsync(address);
            await Expect(list.Rows.First).ToHaveTextAsync($"{first}");
        }
        await list.Page.GoBackAsync();
        await Expect(list.Page).ToHaveURLAsync(pages[1].Address);
        await Expect(list.Rows.First).ToHaveTextAsync($"{pages[1].First}");
        list.HasNoComplaints();
    }

    [Fact]
    public async Task A_page_that_ends_amid_a_bundle_shows_it_whole_and_the_next_one_says_so()
    {
        await using var server = await TestServer.StartAsync(new() { Settings = Placing.Patience });
        var placing = new Placing(server);
        var oldest = await placing.PlaceAsync("9999");
        for (var i = 0; i < 60; i++) await placing.PlaceAsync($"{1001 + i}");
        var newest = await placing.PlaceAsync("9999");
        await using var list = await ListOnScreen.OpenAsync(chromium, server, "/orders?status=ordered");

        await Expect(list.Page.Locator(".bundle [data-row]")).ToHaveCountAsync(2);
        await Expect(list.Rows).ToHaveCountAsync(51);
        await Expect(list.Page.Locator(".list-head")).ToContainTextAsync("Visar 1–51");
        await list.Next.ClickAsync();
        await Expect(list.Page.Locator(".list-head")).ToContainTextAsync("Visar 52–62");
        await Expect(list.Rows).ToHaveCountAsync(11);
        await Expect(list.Page.Locator(".elsewhere")).ToContainTextAsync($"Bunt {newest.BundleNumber} visas hel på en tidigare sida. Dit hör AO {oldest.Number}.");
        await list.Page.GetByRole(AriaRole.Link, new() { Name = "Visa bunten" }).ClickAsync();
        await list.HasNumbersAsync(newest.Number, oldest.Number);
        list.HasNoComplaints();
    }
}
