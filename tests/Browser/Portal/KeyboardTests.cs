using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>Single keys: they save a way with the mouse, and never get in the way of anything.</summary>
public sealed class KeyboardTests(Chromium chromium, SharedSite site) : IClassFixture<Chromium>, IClassFixture<SharedSite>
{
    [Fact]
    public async Task J_and_k_go_through_the_list_and_enter_opens()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        await using var list = await ListOnScreen.OpenAsync(chromium, server, "/orders?status=ordered");

        await PressAsync(list, "j");
        await Expect(list.Row(2377)).ToBeFocusedAsync();
        await PressAsync(list, "j", "j", "j");
        await Expect(list.Row(2375)).ToBeFocusedAsync();
        await PressAsync(list, "k");
        await Expect(list.Row(2376)).ToBeFocusedAsync();
        await Expect(list.Row(2376)).ToHaveAttributeAsync("href", "/orders/2376");
        list.HasNoComplaints();

        // it leaves the list: the next one has its place
        await new Orders(server.Callers).AcceptAsync(2376);
        await Expect(list.Row(2376)).ToHaveCountAsync(0);
        await PressAsync(list, "j");
        await Expect(list.Row(2375)).ToBeFocusedAsync();

        var opened = list.Page.WaitForRequestAsync(r => r.Url.Contains("2375", StringComparison.Ordinal) || r.Url.EndsWith("GetWorkOrder", StringComparison.Ordinal));
        await PressAsync(list, "Enter");
        await opened;
    }

    [Fact]
    public async Task A_key_presses_what_says_so_and_a_slash_leads_to_the_search()
    {
        var list = await ListOnScreen.OpenAsync(chromium, site, "/orders?status=ordered");
        await list.Page.EvaluateAsync("""
            window.pressed = '';
            for (const key of ['A', 'N', 'U']) {
              const button = document.createElement('button');
              button.setAttribute('aria-keyshortcuts', key);
              button.textContent = key;
              button.onclick = () => window.pressed += key;
              document.querySelector('main').append(button);
            }
            const hidden = document.querySelector('main').insertBefore(document.querySelector('[aria-keyshortcuts=A]').cloneNode(), document.querySelector('main').firstChild);
            hidden.hidden = true;
            hidden.onclick = () => window.pressed += 'hidden';
            true;
            """);

        await PressAsync(list, "a", "n", "u", "x", "Shift+A", "Control+a", "Alt+n", "Meta+u");
        Assert.Equal("ANU", await list.Page.EvaluateAsync<string>("window.pressed"));

        await PressAsync(list, "/");
        await Expect(list.Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await Expect(list.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task In_a_field_and_under_a_dialog_a_key_is_just_a_key()
    {
        var list = await ListOnScreen.OpenAsync(chromium, site, "/orders?status=ordered");
        var search = list.Page.GetByRole(AriaRole.Searchbox);
        var dialog = list.Page.GetByRole(AriaRole.Dialog, new() { Name = "Kortkommandon" });

        await search.FocusAsync();
        await PressAsync(list, "j", "?", "a", "/", "k");
        await Expect(search).ToHaveValueAsync("j?a/k");
        await Expect(search).ToBeFocusedAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await list.Page.GetByText("Filtrera och sortera").ClickAsync();
        await list.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Beställda" }).FocusAsync();
        await PressAsync(list, "j");
        await Expect(list.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Beställda" })).ToBeFocusedAsync();

        await list.Heading.FocusAsync();
        await PressAsync(list, "?");
        await Expect(dialog).ToBeVisibleAsync();
        await Expect(dialog.Locator("kbd")).ToHaveTextAsync(["J", "K", "Enter", "A", "N", "U", "/", "?"]);
        await PressAsync(list, "j");
        await Expect(dialog).ToBeVisibleAsync();
        Assert.False(await list.Page.EvaluateAsync<bool>("document.activeElement.matches('[data-row]')"));
        await PressAsync(list, "Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await PressAsync(list, "j");
        await Expect(list.Row(2377)).ToBeFocusedAsync();
        list.HasNoComplaints();
    }

    [Fact]
    public async Task They_can_be_switched_off_for_good_and_on_again()
    {
        var list = await ListOnScreen.OpenAsync(chromium, site, "/orders?status=ordered");
        var account = list.Page.Locator(".account summary");
        await account.ClickAsync();
        await list.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Kortkommandon" }).UncheckAsync();
        await PressAsync(list, "Escape");
        await Expect(account).ToBeFocusedAsync();

        await list.Page.ReloadAsync();
        await list.IsLiveAsync();
        await PressAsync(list, "j", "?", "/");
        Assert.True(await list.Page.EvaluateAsync<bool>("document.activeElement === document.body && !document.querySelector('dialog[open]')"));

        await account.ClickAsync();
        await Expect(list.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Kortkommandon" })).Not.ToBeCheckedAsync();
        await list.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Kortkommandon" }).CheckAsync();
        await list.Heading.FocusAsync();
        await PressAsync(list, "j");
        await Expect(list.Row(2377)).ToBeFocusedAsync();
        list.HasNoComplaints();
    }

    private static async Task PressAsync(ListOnScreen list, params string[] keys)
    {
        foreach (var key in keys)
            await list.Page.Keyboard.PressAsync(key);
    }
}
