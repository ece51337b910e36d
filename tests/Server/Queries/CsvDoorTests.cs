using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Endpoints;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Lifecycle.Scene;

namespace WorkOrders.Server.Tests.Queries;

/// <summary>Who gets the file, and what it costs to send it.</summary>
public sealed class CsvDoorTests(Scene scene) : IClassFixture<Scene>
{
    [Theory]
    [InlineData("?status=broken", "status: Tillåtna: registered, ordered, accepted, declined, completed, invoiced, cancelled.")]
    [InlineData("?status=ordered&status=Ordered", "status: Tillåtna: registered, ordered, accepted, declined, completed, invoiced, cancelled.")]
    [InlineData("?status=unspecified", "status: Tillåtna: registered, ordered, accepted, declined, completed, invoiced, cancelled.")]
    [InlineData("?type=hlu", "type: Tillåtna: fault, tenant-maintenance, authority, inspection-round, optional-extra, maintenance.")]
    [InlineData("?sort=colour", "sort: Tillåtna: number, -number, ordered_at, -ordered_at, planned_for, -planned_for, due_at, -due_at, waiting, -waiting.")]
    [InlineData("?question=answered", "question: Tillåtna: open.")]
    [InlineData("?overdue=1", "overdue: Tillåtna: true.")]
    [InlineData("?object=1&object=2", "object: Högst en gång.")]
    [InlineData("?q=!!", "q: Innehåller inget ord.")]
    [InlineData("?stats=ordered", "stats: Okänd. Tillåtna: status, type, q, bundle, object, question, overdue, sort.")]
    [InlineData("?overdue=no&culture=en", "overdue: Allowed: true.")]
    [InlineData("?type=x&sort=y&culture=en", "sort: Allowed: number, -number, ordered_at, -ordered_at, planned_for, -planned_for, due_at, -due_at, waiting, -waiting.\n"
        + "type: Allowed: fault, tenant-maintenance, authority, inspection-round, optional-extra, maintenance.")]
    public async Task What_is_not_allowed_is_told_with_what_is(string query, string told)
    {
        using var answer = await GetAsync("testfirma", query);
        Assert.Equal((HttpStatusCode.BadRequest, "text/plain; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal(told, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Nobody_gets_it_without_having_signed_in_and_no_wall_board_does()
    {
        using var nobody = scene.Server.OpenPages();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Http.GetAsync("/orders.csv")).StatusCode);
        using var page = await nobody.OpenAsync("/orders.csv?status=ordered");
        Assert.Equal("/sign-in?returnUrl=%2Forders.csv%3Fstatus%3Dordered", page.Headers.Location?.OriginalString);
        using var wall = await scene.Server.SignInAsync("wall");
        Assert.Equal(HttpStatusCode.Forbidden, (await wall.Http.GetAsync("/orders.csv")).StatusCode);
        using var firm = await scene.Server.SignInAsync("1999/99999");
        Assert.Equal(HttpStatusCode.OK, (await firm.Http.GetAsync("/orders.csv")).StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using var own = await StartAsync(new() { Clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow()), Settings = { ["Limits:MachineBurst"] = "2", ["Limits:MachineCallsPerMinute"] = "30" } });
        foreach (var _ in new int[2]) Assert.Equal(HttpStatusCode.OK, (await GetAsync("testfirma", "", own)).StatusCode);
        using var refused = await GetAsync("testfirma", "", own);
        Assert.Equal((HttpStatusCode.TooManyRequests, 2), (refused.StatusCode, refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
    }

    [Fact]
    public async Task Five_thousand_orders_come_page_by_page_and_hold_nothing_back_for_a_slow_reader()
    {
        var clock = new FakeTimeProvider(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var own = await StartAsync(new() { Clock = clock, Settings = { ["Limits:MachineBurst"] = "100000" } });
        await own.OrderedAsync();
        // its like 5,000 times, with more to read than the buffers on the way take in: while nobody reads, the server can't be done
        var text = string.Concat(Enumerable.Repeat("Åäö ", 1_000));
        await using (var context = own.OpenFile())
        {
            await context.Database.ExecuteSqlAsync($"UPDATE work_orders SET document = json_set(document, '$.subject.description', {text})");
            await context.Database.ExecuteSqlAsync(
                $"""
                WITH RECURSIVE more(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM more WHERE n < 5000)
                INSERT INTO work_orders (number, version, revision, status, type, contractor_id, visible_to, object_number, open_questions, card, document)
                SELECT n, version, revision, status, type, contractor_id, visible_to, object_number, open_questions, card, json_set(document, '$.number', n)
                FROM work_orders, more WHERE number = 1
                """);
            await context.Database.ExecuteSqlAsync($"UPDATE log_meta SET next_number = 5001");
        }

        // 1. a reader that takes its time, while the list goes on growing
        using (var answer = await GetAsync("testfirma", "?sort=number", own))
        {
            await using var body = await answer.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[100_000]);
            var newest = (await own.OrderedAsync()).Number;
            using var rest = new StreamReader(body);
            var lines = (await rest.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.Contains($";{newest};", lines[^1], StringComparison.Ordinal);
        }
        var rows = await Spreadsheet.RowsAsync(await GetAsync("testfirma", "?sort=number", own));
        Assert.Equal(Enumerable.Range(1, 5_001).Select(n => $"{n}"), rows.Skip(1).Select(r => r[1]));

        // 2. one that stops: cut, and what it has is no whole file; no more than two at a time before that
        using var stalled = await GetAsync("testfirma", "", own);
        using var second = await GetAsync("testfirma", "", own);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("testfirma", "", own)).StatusCode);
        Assert.Empty(await Spreadsheet.NumbersAsync(own.Server, "elsa", "?status=declined"));
        // the clock goes on until both are given up: a page may just have begun when it jumped
        for (var given = false; !given;)
        {
            clock.Advance(OrdersCsv.PagePatience);
            using var third = await GetAsync("testfirma", "", own);
            using var fourth = await GetAsync("testfirma", "", own);
            given = third.IsSuccessStatusCode && fourth.IsSuccessStatusCode;
        }
        await Assert.ThrowsAsync<HttpRequestException>(() => stalled.Content.ReadAsStringAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => second.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> GetAsync(string client, string query, Scene? of = null) => Spreadsheet.GetAsync((of ?? scene).Server, client, query);
}
