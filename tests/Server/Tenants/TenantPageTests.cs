using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Tests.Lifecycle;
using static WorkOrders.V1.TenantService;

namespace WorkOrders.Server.Tests.Tenants;

/// <summary>The page behind a link: whole without a script, live with one, and closed to everybody without the link.</summary>
public sealed class TenantPageTests
{
    [Fact]
    public async Task It_shows_the_order_without_a_script_in_swedish_and_in_english_and_leaves_nothing_behind()
    {
        await using var scene = await Scene.StartAsync(new() { Settings = { ["Tenants:Phone"] = "08-465 004 00" } });
        var number = (await scene.AcceptedAsync()).Number;
        var link = await LinkAsync(scene, number);
        using var pages = scene.Server.OpenPages();

        var (answer, html) = await OpenAsync(pages.Http, link);
        Assert.Equal("text/html; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.Contains("""<html lang="sv">""", html);
        Assert.Contains("<h1 lang=\"sv\">Blandare dåligt tryck</h1>", html);
        Assert.Contains("Entreprenör utsedd", html);
        Assert.Contains($"Arbetsorder {number}", html);
        Assert.Contains("""<a href="tel:0846500400">""", html);
        Assert.DoesNotContain("Torögatan", html);

        var (_, english) = await OpenAsync(pages.Http, $"{link}?culture=en");
        Assert.Contains("""<html lang="en">""", english);
        Assert.Contains("Contractor assigned", english);
        // the choice stands in the address alone
        Assert.Empty(pages.Cookies);
        Assert.Contains("""<html lang="sv">""", (await OpenAsync(pages.Http, link)).Html);
    }

    [Fact]
    public async Task Its_answers_tell_browsers_to_keep_nothing_and_to_tell_nobody()
    {
        await using var scene = await Scene.StartAsync();
        var link = await LinkAsync(scene, (await scene.OrderedAsync()).Number);
        using var pages = scene.Server.OpenPages();
        foreach (var path in new[] { link, "/t/nothing", "/t/nothing/live" })
        {
            var (answer, _) = await OpenAsync(pages.Http, path);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
            Assert.Equal(["noindex, nofollow"], answer.Headers.GetValues("X-Robots-Tag"));
            Assert.DoesNotContain("'unsafe", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Unknown_expired_and_ended_links_are_answered_alike_to_the_byte()
    {
        var clock = new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var scene = await Scene.StartAsync(new() { Clock = clock, Settings = { ["Tenants:LinkDays"] = "5" } });
        var number = (await scene.OrderedAsync()).Number;
        var expired = await LinkAsync(scene, number);
        clock.Advance(TimeSpan.FromDays(5));
        var ended = await LinkAsync(scene, (await scene.OrderedAsync()).Number);
        await new TenantServiceClient(scene.Server.As("elsa")).RevokeTenantLinksAsync(new() { Number = number + 1 });
        using var pages = scene.Server.OpenPages();

        List<string> answers = [];
        foreach (var path in new[] { expired, ended, $"/t/{new string('A', 32)}", "/t/x", "/t/å<script>" })
            answers.Add(await WholeAsync(path));
        Assert.Single(answers.Distinct());
        Assert.Contains("NotFound", answers[0]);
        Assert.Contains("Länken gäller inte", answers[0]);
        Assert.Single(new[] { await WholeAsync($"{expired}/live"), await WholeAsync($"{ended}/live"), await WholeAsync("/t/x/live") }.Distinct());

        async Task<string> WholeAsync(string path)
        {
            var (answer, html) = await OpenAsync(pages.Http, path);
            var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
            return $"{answer.StatusCode}\n{string.Join('\n', headers.Order())}\n{html}";
        }
    }

    [Fact]
    public async Task Whoever_tries_many_links_gets_no_answer_for_a_while_and_nobody_else_suffers()
    {
        var clock = new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var scene = await Scene.StartAsync(new() { Clock = clock, Settings = { ["Tenants:MissBurst"] = "3", ["Tenants:MissesPerMinute"] = "1" } });
        var link = await LinkAsync(scene, (await scene.OrderedAsync()).Number);
        using var guesser = scene.Server.OpenPages(IPAddress.Parse("127.0.0.7"));
        using var tenant = scene.Server.OpenPages();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(guesser.Http, $"/t/{i}/live")).Answer.StatusCode);

        var (throttled, html) = await OpenAsync(guesser.Http, "/t/4");
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (throttled.StatusCode, throttled.Headers.RetryAfter?.ToString()));
        Assert.Contains("Vänta en stund", html);
        // not even a right guess would be told from a wrong one
        Assert.Equal(HttpStatusCode.TooManyRequests, (await OpenAsync(guesser.Http, link)).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(tenant.Http, link)).Answer.StatusCode);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(guesser.Http, link)).Answer.StatusCode);
    }

    [Fact]
    public async Task It_is_pushed_what_happens_and_nothing_of_what_tenants_do_not_see()
    {
        await using var scene = await Scene.StartAsync(new() { Settings = { ["Feed:BookmarkSeconds"] = "1" } });
        var number = (await scene.OrderedAsync()).Number;
        await using var page = await OpenedPage.OpenAsync(scene.Server, await LinkAsync(scene, number));
        await page.UntilShownAsync("Beställt");

        await scene.Firm.AskQuestionAsync(new() { RequestId = Scene.NewId(), Number = number, Text = "Ska blandaren bytas?" });
        await page.UntilAsync("beat");
        await page.UntilAsync("beat");
        Assert.Single(page.Seen, s => s.StartsWith("page", StringComparison.Ordinal));

        await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number });
        await page.UntilShownAsync("En entreprenör har tagit uppdraget.");
        await scene.Elsa.CancelWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number, Reason = "Dubblett" });
        Assert.DoesNotContain("Dubblett", await page.UntilShownAsync("Ärendet har avbrutits."));
    }

    [Fact]
    public async Task After_a_restart_a_page_that_comes_back_shows_what_happened_meanwhile()
    {
        await using var scene = await Scene.StartAsync();
        var number = (await scene.OrderedAsync()).Number;
        var link = await LinkAsync(scene, number);
        await using (var before = await OpenedPage.OpenAsync(scene.Server, link))
        {
            await before.UntilShownAsync("Beställt");
            await scene.Server.RestartAsync();
        }
        await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = Scene.NewId(), Number = number });
        await using var after = await OpenedPage.OpenAsync(scene.Server, link);
        await after.UntilShownAsync("Entreprenör utsedd");
    }

    [Fact]
    public async Task A_page_whose_link_is_ended_is_closed()
    {
        await using var scene = await Scene.StartAsync(new() { Settings = { ["Feed:BookmarkSeconds"] = "1" } });
        var number = (await scene.OrderedAsync()).Number;
        await using var page = await OpenedPage.OpenAsync(scene.Server, await LinkAsync(scene, number));
        await page.UntilAsync("beat");
        await new TenantServiceClient(scene.Server.As("elsa")).RevokeTenantLinksAsync(new() { Number = number });
        await page.UntilAsync("gone");
        Assert.True(await page.EndsAsync());
    }

    [Fact]
    public async Task One_link_has_so_many_live_pages_at_a_time()
    {
        await using var scene = await Scene.StartAsync(new() { Settings = { ["Tenants:LivePagesPerLink"] = "1" } });
        var number = (await scene.OrderedAsync()).Number;
        var link = await LinkAsync(scene, number);
        await using var page = await OpenedPage.OpenAsync(scene.Server, link);
        using var pages = scene.Server.OpenPages();
        Assert.Equal(HttpStatusCode.TooManyRequests, (await OpenAsync(pages.Http, $"{link}/live")).Answer.StatusCode);
        // the page itself can be opened all the same, and so can another link's
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(pages.Http, link)).Answer.StatusCode);
        await using var another = await OpenedPage.OpenAsync(scene.Server, await LinkAsync(scene, number));
    }

    [Fact]
    public async Task A_page_that_takes_nothing_in_is_cut()
    {
        await using var scene = await Scene.StartAsync(new()
        {
            Settings = { ["Tenants:LivePagesPerLink"] = "1", ["Feed:WriteSeconds"] = "1", ["Limits:MachineBurst"] = "100000" },
        });
        var number = (await scene.OrderedAsync()).Number;
        var link = await LinkAsync(scene, number);
        using var pages = scene.Server.OpenPages();
        using var stalled = new TcpClient { ReceiveBufferSize = 4_096 };
        await stalled.ConnectAsync(scene.Server.Http.Host, scene.Server.Http.Port);
        await stalled.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {link}/live HTTP/1.1\r\nHost: {scene.Server.Http.Authority}\r\n\r\n"));
        while (await LiveAsync() is not HttpStatusCode.TooManyRequests) { }

        // more than any buffer between takes: its place is free again when it has been cut
        var answered = HttpStatusCode.TooManyRequests;
        for (var i = 0; i < 5_000 && answered is HttpStatusCode.TooManyRequests; i++)
        {
            await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, Phrase = "Tid är bokad med kund" });
            answered = await LiveAsync();
        }
        Assert.Equal(HttpStatusCode.OK, answered);

        async Task<HttpStatusCode> LiveAsync()
        {
            using var answer = await pages.Http.GetAsync($"{link}/live", HttpCompletionOption.ResponseHeadersRead);
            return answer.StatusCode;
        }
    }

    private static async Task<string> LinkAsync(Scene scene, long number) => (await new TenantServiceClient(scene.Server.As("elsa"))
        .CreateTenantLinkAsync(new() { RequestId = Scene.NewId(), Number = number })).Link;

    private static async Task<(HttpResponseMessage Answer, string Html)> OpenAsync(HttpClient http, string path)
    {
        var answer = await http.GetAsync(path);
        return (answer, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
