using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>What of a list one sees: by search, by filter, by an address that somebody else has sent.</summary>
public sealed class ListFilterTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_search_finds_by_number_address_tenant_phrase_and_bundle()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await new Placing(server).PlaceAsync("1001", r =>
        {
            r.PropertyObject.Address.Street = "Lingvägen 1";
            r.Tenant.Name = "Prov Provberg";
            r.Subject.Phrase = "Fläkt bullrar";
        });
        await using var list = await ListOnScreen.OpenAsync(chromium, server, "/");

        foreach (var text in new[] { "2375", "torög", "testsson", "blandare tryck", "64010765-" })
        {
            await list.SearchAsync("Lingvägen");
            await Expect(list.Row(2375)).ToHaveCountAsync(0);

            await list.SearchAsync(text);
            await Expect(list.Heading).ToHaveTextAsync("Sökresultat");
            await Expect(list.Row(2375)).ToBeVisibleAsync();
            await Expect(list.Page.Locator(".entry").Filter(new() { HasText = "Lingvägen" })).ToHaveCountAsync(0);
            await Expect(list.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync(text);
        }
        await list.Page.ReloadAsync();
        await Expect(list.Row(2375)).ToBeVisibleAsync();
        await Expect(list.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("64010765-");
        list.HasNoComplaints();
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_survive_a_reload_and_the_way_back()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var other = await new Placing(server).PlaceAsync("1001", r => r.Type = WorkOrderType.Maintenance);
        await new Orders(server.Callers).AcceptAsync(2375);
        await using var list = await ListOnScreen.OpenAsync(chromium, server, "/orders");
        await list.HasNumbersAsync(other.Number, 2377, 2376, 2375);

        await list.Page.GetByText("Filtrera och sortera").ClickAsync();
        await list.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Beställda" }).CheckAsync();
        await list.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Fel", Exact = true }).CheckAsync();
        await list.Page.GetByLabel("Sortera efter").SelectOptionAsync("AO-nr, lägsta först");
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Visa", Exact = true }).ClickAsync();

        await Expect(list.Page).ToHaveURLAsync(new Regex(@"/orders\?status=ordered&type=fault&sort=number$"));
        await Expect(list.Heading).ToHaveTextAsync("Beställda, Fel");
        await Expect(list.Heading).ToBeFocusedAsync();
        await list.HasNumbersAsync(2376, 2377);
        await Expect(list.Page.GetByRole(AriaRole.Link, new() { Name = "Hämta som CSV" }))
            .ToHaveAttributeAsync("href", "/orders.csv?status=ordered&type=fault&sort=number");
        await list.Page.ReloadAsync();
        await list.IsLiveAsync();
        await list.HasNumbersAsync(2376, 2377);
        await list.Page.GetByText("Filtrera och sortera").ClickAsync();
        await Expect(list.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Beställda" })).ToBeCheckedAsync();
        await Expect(list.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Accepterade" })).Not.ToBeCheckedAsync();

        await list.Page.GetByRole(AriaRole.Link, new() { Name = "Ta bort Fel" }).ClickAsync();
        await list.HasNumbersAsync(2376, 2377, other.Number);
        await list.Page.GoBackAsync();
        await list.HasNumbersAsync(2376, 2377);
        await Expect(list.Heading).ToHaveTextAsync("Beställda, Fel");
        list.HasNoComplaints();
    }

    [Fact]
    public async Task The_filter_is_a_form_that_needs_no_program()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var tab = await chromium.OpenAsync(server.Http, "1999/99999", "/orders", new() { JavaScriptEnabled = false });
        await tab.Page.GetByText("Filtrera och sortera").ClickAsync();
        await tab.Page.GetByLabel("Sökord").FillAsync("läcker");
        await tab.Page.GetByLabel("Beställda").CheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Visa", Exact = true }).ClickAsync();

        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("Sökresultat");
        await Expect(tab.Page.Locator("[data-row]")).ToHaveTextAsync("2377");
    }

    [Fact]
    public async Task An_address_that_means_nothing_says_what_is_wrong()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var list = await ListOnScreen.OpenAsync(chromium, server, "/");

        foreach (var (path, told) in new[]
        {
            ("/orders?status=nonsens", "status=nonsens"),
            ("/orders?sort=price&status=ordered", "sort=price"),
            ("/orders?from=-1", "from=-1"),
            ("/orders?page=nonsens", "Hör inte till denna lista."),
            ("/orders?q=%22%22", "Innehåller inget ord."),
            ("/orders?type=%3Cscript%3Ealert(1)%3C/script%3E", "type=<script>alert(1)</script>"),
        })
        {
            await list.Page.EvaluateAsync("address => Blazor.navigateTo(address)", path);
            await Expect(list.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(told);
            await Expect(list.Page).ToHaveTitleAsync(new Regex("^Fel: "));
            await Expect(list.Rows).ToHaveCountAsync(0);
            await list.Page.GetByRole(AriaRole.Link, new() { Name = "Arbetsorder Nya" }).First.ClickAsync();
            await list.HasNumbersAsync(2377, 2376, 2375);
            await Expect(list.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        }
        list.HasNoComplaints();
    }

    [Fact]
    public async Task An_empty_list_says_so()
    {
        await using var server = await TestServer.StartAsync();
        await using var list = await ListOnScreen.OpenAsync(chromium, server, "/orders?status=ordered");
        await Expect(list.Page.Locator(".nothing")).ToContainTextAsync("Inga nya arbetsorder just nu.");

        var placed = await new Placing(server).PlaceAsync("1001");
        await list.HasNumbersAsync(placed.Number);
        await Expect(list.Page.Locator(".nothing")).ToHaveCountAsync(0);
        list.HasNoComplaints();
    }
}
