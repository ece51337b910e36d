using Microsoft.Playwright;
using WorkOrders.Browser.Tests.Portal;
using WorkOrders.Testing;
using WorkOrders.V1;
using static Microsoft.Playwright.Assertions;

namespace WorkOrders.Browser.Tests.Desk;

/// <summary>Questions on the desk while somebody is writing an answer.</summary>
public sealed class AnsweringTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Half = "Ja, men vänta till";

    [Fact]
    public async Task Twenty_come_while_one_is_answered_and_caret_text_and_place_stay()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true, Settings = Placing.Patience });
        var orders = new Orders(server.Callers);
        await orders.AskAsync(2375, "Ska blandaren bytas?");
        await orders.AskAsync(2376, "Finns det hiss?");
        await using var tab = await PortalTab.OpenAsync(chromium, server, "elsa", "/desk");
        await Expect(Questions(tab)).ToHaveCountAsync(2);
        await Expect(tab.Page).ToHaveTitleAsync("(2) Mitt bord");
        await Expect(Questions(tab).First).ToContainTextAsync("Ska blandaren bytas?");
        await tab.Page.EvaluateAsync("window.sameDocument = true");

        // half a sentence, with the caret in the middle of it
        var field = Field(tab, 2376, 1);
        await field.FillAsync(Half);
        await field.EvaluateAsync("field => field.setSelectionRange(3, 3)");
        var place = await PlaceAsync(field);
        for (var i = 1; i <= 20; i++)
            await orders.AskAsync(i % 2 == 0 ? 2375 : 2377, $"Fråga nummer {i}?");
        // and the one above it is answered by somebody else
        await new WorkOrderService.WorkOrderServiceClient(server.As("dispatch")).AnswerQuestionAsync(
            new() { RequestId = $"{Guid.NewGuid()}", Number = 2375, QuestionId = 1, Text = "Ja byt blandaren" });

        await Expect(tab.Page).ToHaveTitleAsync("(21) Mitt bord");
        await Expect(Questions(tab)).ToHaveCountAsync(22); // what is gone stays in its place until one has done with writing
        await Expect(Questions(tab).First).ToContainTextAsync("väntar inte längre på svar");
        await Expect(tab.Main.GetByRole(AriaRole.Status).First).ToContainTextAsync("fråg");
        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveValueAsync(Half);
        Assert.Equal(3, await field.EvaluateAsync<int>("field => field.selectionStart"));
        Assert.Equal(place, await PlaceAsync(field));

        // one activation more: it is sent, and the caret stands in the next one
        await field.PressAsync("End");
        await field.PressSequentiallyAsync(" måndag");
        await field.PressAsync("Control+Enter");
        await Expect(tab.Page.Locator("#desk-said")).ToHaveTextAsync("Svaret på arbetsorder 2376 är skickat.");
        Assert.Equal("Ja, men vänta till måndag", (await orders.GetAsync(2376)).Questions[0].Answer.Text);
        var next = Field(tab, 2377, 1);
        await Expect(next).ToBeFocusedAsync();
        await next.FillAsync("Ja");
        await next.Locator("xpath=ancestor::li").GetByRole(AriaRole.Button, new() { Name = "Svara", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator("#desk-said")).ToHaveTextAsync("Svaret på arbetsorder 2377 är skickat.");
        await Expect(tab.Page).ToHaveTitleAsync("(19) Mitt bord");
        Assert.True(await tab.Page.EvaluateAsync<bool>("window.sameDocument === true"), "the page was loaded again");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_deputy_gets_the_questions_at_once_and_the_inbox_is_read()
    {
        await using var server = await TestServer.StartAsync(new() { GuideOrders = true });
        var orders = new Orders(server.Callers);
        await orders.AskAsync(2375, "Ska blandaren bytas?");
        await using var nils = await PortalTab.OpenAsync(chromium, server, "nils", "/desk");
        await Expect(nils.Main).ToContainTextAsync("Ingen fråga väntar på ditt svar.");
        await using var elsa = await PortalTab.OpenAsync(chromium, server, "elsa", "/desk");

        await elsa.PressAsync("Ange frånvaro …");
        await elsa.Main.GetByLabel("Svarar i ditt ställe").SelectOptionAsync(new SelectOptionValue { Label = "Nils Bergqvist" });
        await elsa.PressAsync("Spara");
        await Expect(elsa.Main).ToContainTextAsync("Nils Bergqvist svarar i ditt ställe.");
        await Expect(Questions(nils)).ToContainTextAsync("För Elsa Österberg, som är borta till och med");
        await Expect(nils.Page).ToHaveTitleAsync("(1) Mitt bord");

        await new WorkOrderService.WorkOrderServiceClient(server.As("testfirma")).SendMessageAsync(
            new() { RequestId = $"{Guid.NewGuid()}", Number = 2376, Text = "Kommer vid åtta" });
        await Expect(elsa.Main).ToContainTextAsync("Kommer vid åtta");
        await Expect(elsa.Page).ToHaveTitleAsync("(2) Mitt bord");
        await elsa.PressAsync("Markera som läst Arbetsorder 2376");
        await Expect(elsa.Page).ToHaveTitleAsync("(1) Mitt bord");
        await elsa.PressAsync("Jag är tillbaka");
        await Expect(nils.Main).ToContainTextAsync("Ingen fråga väntar på ditt svar.");
        Assert.Empty(elsa.Complaints);
        Assert.Empty(nils.Complaints);
    }

    private static ILocator Questions(PortalTab tab) => tab.Main.Locator("[aria-labelledby=desk-questions] .asked");

    private static ILocator Field(PortalTab tab, long number, int question) => tab.Page.Locator($"#answer-{number}-{question}");

    /// <summary>Where it stands on the screen, in whole pixels.</summary>
    private static Task<double> PlaceAsync(ILocator field) => field.EvaluateAsync<double>("field => Math.round(field.getBoundingClientRect().top)");
}
