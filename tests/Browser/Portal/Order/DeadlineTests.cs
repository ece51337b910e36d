using WorkOrders.Testing;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Portal.Order;

/// <summary>Priority, the two deadlines, pauses and failed visits, on the page of both sides.</summary>
public sealed class DeadlineTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_failed_visit_and_a_pause_are_recorded_in_place_and_stand_on_the_orderers_page_at_once()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var orders = new Orders(server.Callers);
        await orders.AcceptAsync(2376);
        await using var order = await OrderOnScreen.OpenAsync(chromium, server, "/orders/2376");
        await using var elsas = await OrderOnScreen.OpenAsync(chromium, server, "/orders/2376", "elsa");
        await Expect(order.Fact("Prioritet")).ToHaveTextAsync("Normal");
        await Expect(order.Fact("Första kontakt")).ToContainTextAsync("senast 20");
        await Expect(order.Button("Ändra prioritet")).ToHaveCountAsync(0);

        // what is missing is told, and what was filled in stays
        await order.Button("Bomkörning").ClickAsync();
        await Expect(order.Field("Besöket var")).ToBeFocusedAsync();
        await order.Field("Vad som hindrade").FillAsync("Ingen öppnade");
        await order.Button("Spara bomkörningen").ClickAsync();
        await Expect(order.Summary).ToContainTextAsync("Så var hyresgästen aviserad: Måste fyllas i.");
        await Expect(order.Summary).ToBeFocusedAsync();
        await Expect(order.Field("Vad som hindrade")).ToHaveValueAsync("Ingen öppnade");
        await order.Field("Så var hyresgästen aviserad").SelectOptionAsync("aviserad via SMS");
        await order.Button("Spara bomkörningen").ClickAsync();
        await Expect(order.Said).ToHaveTextAsync("Bomkörningen är noterad.");
        await Expect(order.Said).ToBeFocusedAsync();
        await Expect(elsas.Fact("Bomkörningar: 1")).ToContainTextAsync("aviserad via SMS");
        await Expect(elsas.Fact("Bomkörningar: 1")).ToContainTextAsync("Ingen öppnade");
        await Expect(elsas.Fact("Bomkörningar: 1")).ToContainTextAsync("Kan inte ändras.");

        await order.Button("Pausa").ClickAsync();
        await Expect(order.Field("Skäl")).ToBeFocusedAsync();
        await order.Field("Vad ni väntar på").FillAsync("Packning beställd");
        await order.Button("Pausa arbetsordern").ClickAsync();
        await Expect(order.Fact("Prioritet")).ToContainTextAsync("Pausad");
        await Expect(elsas.Fact("Pausad")).ToContainTextAsync("Väntar på reservdelar/material, sedan 20");
        await Expect(elsas.Fact("Pausad")).ToContainTextAsync("Packning beställd");

        // the landlord ends it, and settles how urgent it is
        await elsas.Button("Återuppta").ClickAsync();
        await elsas.Button("Återuppta arbetsordern").ClickAsync();
        await Expect(order.Fact("Prioritet")).ToHaveTextAsync("Normal");
        await elsas.Button("Ändra prioritet").ClickAsync();
        await elsas.Field("Prioritet").SelectOptionAsync("Akut");
        await elsas.Button("Spara prioriteten").ClickAsync();
        await Expect(order.Fact("Prioritet")).ToHaveTextAsync("Akut");

        await order.Button("Hyresgäst kontaktad").ClickAsync();
        await order.Button("Spara kontakten").ClickAsync();
        await Expect(order.Fact("Första kontakt")).ToContainTextAsync("(i tid)");
        await Expect(order.Button("Hyresgäst kontaktad")).ToHaveCountAsync(0);
        await Expect(order.LogRows.First).ToContainTextAsync("Hyresgäst kontaktad");
        Assert.Equal(
            ["Hyresgäst kontaktad", "Prioritet ändrad", "AO Återupptagen", "AO Pausad", "Bomkörning"], (await order.LogAsync()).Take(5).Select(r => r[1]));
        await order.KeepsNothingAsync();
        await order.IsStillTheSamePageWithoutComplaints();
        await elsas.IsStillTheSamePageWithoutComplaints();
    }
}
