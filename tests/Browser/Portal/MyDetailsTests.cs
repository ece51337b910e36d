using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal;

/// <summary>Kontaktuppgifter and Byt lösenord.</summary>
public sealed class MyDetailsTests(Chromium chromium, SharedSite site) : IClassFixture<Chromium>, IClassFixture<SharedSite>
{
    private const string Old = "Testfirma-demo-1";

    [Fact]
    public async Task What_is_saved_is_shown_again_and_an_empty_new_password_keeps_the_old_one()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await OpenAsync(server);

        await tab.Field("Telefon övrig").FillAsync(" 08-46500401 ");
        await tab.Field("Nuvarande lösenord").FillAsync(Old);
        await tab.PressAsync("Spara");

        await Expect(tab.Main.GetByRole(AriaRole.Status)).ToContainTextAsync("Kontaktuppgifterna sparades kl.");
        await tab.GoToAsync("/contact-details");
        await Expect(tab.Field("Telefon övrig")).ToHaveValueAsync("08-46500401");
        await Expect(tab.Field("E-post")).ToHaveValueAsync("test@testmail.com");
        using var again = await server.SignInAsync("1999/99999");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_new_password_opens_the_door_and_the_page_goes_on()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await OpenAsync(server);

        await TypePasswordsAsync(tab, Old, "Nytt-lösenord-1", "Nytt-lösenord-1");

        await Expect(tab.Main.GetByRole(AriaRole.Status)).ToContainTextAsync("det nya lösenordet sparades");
        await Expect(tab.Field("Nytt lösenord")).ToHaveValueAsync("");
        using var session = server.OpenPages();
        using var answer = await session.SignInAsync("1999/99999", "Nytt-lösenord-1");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        await tab.WalkToAsync("/");
        await Expect(tab.Menu).ToBeVisibleAsync();
    }

    private static readonly (string Current, string Wanted, string Confirmed, string Field, string Swedish, string English)[] Refused =
    [
        (Old, "Nytt-lösenord-1", "Nytt-lösenord-2", "confirm-password", "Är inte samma som det nya lösenordet.", "Is not the same as the new password."),
        (Old, "Kort-1", "Kort-1", "new-password", "Minst 8 tecken; det här har 6.", "At least 8 characters; this one has 6."),
        (Old, new string('å', 31), new string('å', 31), "new-password", "Högst 30 tecken; det här har 31.", "At most 30 characters; this one has 31."),
        (Old, "password123", "password123", "new-password", "Lösenordet är för vanligt.", "The password is too common."),
        (Old, Old, Old, "new-password", "måste skilja sig från det nuvarande", "must differ from the present one"),
        ("Fel-lösenord-1", "Nytt-lösenord-1", "Nytt-lösenord-1", "current-password", "Fel lösenord.", "Wrong password."),
        ("", "Nytt-lösenord-1", "Nytt-lösenord-1", "current-password", "Måste fyllas i.", "Is required."),
    ];

    [Fact]
    public async Task What_is_wrong_with_a_password_is_told_at_its_field_and_above_in_both_languages()
    {
        var tab = await OpenAsync();
        await tab.Field("Fax").FillAsync("08-46500402");

        foreach (var (current, wanted, confirmed, field, swedish, english) in Refused)
        {
            await TypePasswordsAsync(tab, current, wanted, confirmed);
            await IsToldAsync(tab, current, wanted, confirmed, field, swedish, english);
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Svenska" }).ClickAsync();
            await tab.Page.Keyboard.PressAsync("Escape");
        }
        Assert.Empty(tab.Complaints);
    }

    private static async Task IsToldAsync(
        PortalTab tab, string current, string wanted, string confirmed, string field, string swedish, string english)
    {

        await Expect(tab.Summary).ToBeFocusedAsync();
        await Expect(tab.Page).ToHaveTitleAsync("Fel: Kontaktuppgifter");
        await Expect(tab.Summary).ToContainTextAsync(swedish);
        await Expect(tab.Page.Locator($"#{field}-problem")).ToContainTextAsync(swedish);
        await Expect(tab.Page.Locator($"#{field}")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(tab.Page.Locator($"#{field}")).ToHaveAttributeAsync("aria-describedby", new Regex($"{field}-problem"));
        // nothing that was typed is lost
        await Expect(tab.Page.Locator("#current-password")).ToHaveValueAsync(current);
        await Expect(tab.Page.Locator("#new-password")).ToHaveValueAsync(wanted);
        await Expect(tab.Page.Locator("#confirm-password")).ToHaveValueAsync(confirmed);
        await Expect(tab.Field("Fax")).ToHaveValueAsync("08-46500402");

        await tab.Summary.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(tab.Page.Locator($"#{field}")).ToBeFocusedAsync();
        await tab.Page.Locator(".account summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(tab.Page).ToHaveTitleAsync("Error: Contact details");
        await Expect(tab.Page.Locator($"#{field}-problem")).ToContainTextAsync(english);
    }

    [Fact]
    public async Task Passwords_can_be_looked_at_pasted_and_filled_in_by_a_password_manager()
    {
        var tab = await OpenAsync();
        await tab.Page.EvaluateAsync("navigator.clipboard.writeText('x'.repeat(40))");

        await tab.Field("Nytt lösenord").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Control+V");
        await Expect(tab.Field("Nytt lösenord")).ToHaveValueAsync(new string('x', 40));

        await tab.Main.GetByRole(AriaRole.Button, new() { Name = "Visa Nytt lösenord" }).ClickAsync();
        await Expect(tab.Field("Nytt lösenord")).ToHaveAttributeAsync("type", "text");
        await tab.Main.GetByRole(AriaRole.Button, new() { Name = "Dölj Nytt lösenord" }).ClickAsync();
        await Expect(tab.Field("Nytt lösenord")).ToHaveAttributeAsync("type", "password");
        Assert.Equal(["username", "current-password", "new-password", "new-password"], await tab.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.part input')].map(i => i.autocomplete)"));
        Assert.Equal(0, await tab.Page.Locator("[maxlength]:not(#search)").CountAsync());
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task An_orderer_has_contact_details_too_and_all_that_is_wrong_is_told_at_once()
    {
        await using var server = await TestServer.StartAsync();
        await using var tab = await PortalTab.OpenAsync(chromium, server, "elsa", "/contact-details");

        await tab.Field("Namn").FillAsync("");
        await tab.PressAsync("Spara");
        await Expect(tab.Summary.GetByRole(AriaRole.Link)).ToHaveTextAsync(["Namn: Måste fyllas i.", "E-post: Måste fyllas i."]);

        await tab.Field("Namn").FillAsync("Elsa Österberg");
        await tab.Field("E-post").FillAsync("elsa");
        await tab.Field("Fax").FillAsync("fax");
        await tab.PressAsync("Spara");
        await Expect(tab.Summary.GetByRole(AriaRole.Link)).ToHaveTextAsync(["E-post: Är ingen e-postadress.", "Fax: Är inget telefonnummer."]);

        await tab.Field("E-post").FillAsync("elsa@example.com");
        await tab.Field("Fax").FillAsync("");
        await tab.PressAsync("Spara");
        await Expect(tab.Main.GetByRole(AriaRole.Status)).ToContainTextAsync("sparades");
        await Expect(tab.Page).ToHaveTitleAsync("Kontaktuppgifter");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task It_fits_a_small_phone_with_everything_wrong()
    {
        var tab = await OpenAsync();
        await tab.Page.SetViewportSizeAsync(320, 640);

        await tab.Field("Fax").FillAsync(new string('x', 4_000));
        await tab.PressAsync("Spara");

        await Expect(tab.Summary).ToBeFocusedAsync();
        Assert.Equal(0, await tab.OverflowAsync());
    }

    private Task<PortalTab> OpenAsync() => PortalTab.OpenAsync(chromium, site, "1999/99999", "/contact-details");

    private Task<PortalTab> OpenAsync(TestServer server) => PortalTab.OpenAsync(chromium, server, "1999/99999", "/contact-details");

    private static async Task TypePasswordsAsync(PortalTab tab, string current, string wanted, string confirmed)
    {
        await tab.Field("Nuvarande lösenord").FillAsync(current);
        await tab.Field("Nytt lösenord").FillAsync(wanted);
        await tab.Field("Bekräfta nytt lösenord").FillAsync(confirmed);
        await tab.PressAsync("Spara");
    }
}
