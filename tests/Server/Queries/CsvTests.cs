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

public sealed class CsvTests(Scene scene) : IClassFixture<Scene>
{
    [Fact]
    public async Task The_guides_labels_head_the_guides_order()
    {
        var objectNumber = NewObject();
        var order = await scene.OrderedAsync(objectNumber);
        using var answer = await GetAsync("testfirma", $"?object={objectNumber}");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);

        var day = Domain.SwedishTime.DateOf(order.OrderedAt.ToDateTimeOffset()).ToString("O", CultureInfo.InvariantCulture);
        Assert.Equal(
            "BuntNr;AO-nr;Klass;Typ;Utförare;Status;Beställd;Planerad;Beställare;Obj nr;Adress;HG;Utrymme;Enhet;Fras;Beskrivning;Utförd åtgärd;Utförd;Fakturauppgifter\r\n"
            + $"{order.BundleNumber};{order.Number};Serviceanmälan;Fel;Testfirma AB;Beställd;{day};;Elsa Österberg;{objectNumber};Torögatan 51;Test Testsson;"
            + $"Kök;Diskbänk;Blandare dåligt tryck;Kommer inget vatten;;;AO{order.Number}\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task In_English_labels_statuses_types_and_the_files_name_are_English()
    {
        var objectNumber = NewObject();
        await scene.OrderedAsync(objectNumber);
        using var answer = await GetAsync("elsa", $"?object={objectNumber}&culture=en");
        var rows = await RowsAsync(answer);
        Assert.Equal(["Bundle", "WO no.", "Class", "Type", "Performer", "Status"], rows[0][..6]);
        Assert.Equal(["Fault report", "Testfirma AB", "Ordered"], rows[1][3..6]);
        Assert.StartsWith("work-orders-", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_a_file_to_be_saved_with_the_day_in_its_name_and_kept_by_nobody_between()
    {
        // late in the evening of the day before, in UTC
        var clock = new FakeTimeProvider(new(2026, 2, 28, 23, 30, 0, TimeSpan.Zero));
        await using var own = await StartAsync(new() { Clock = clock });
        using var answer = await GetAsync("testfirma", "", own);
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=\"arbetsorder-2026-03-01.csv\"", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Single(await RowsAsync(answer));
    }

    [Fact]
    public async Task Semicolons_quotes_and_new_lines_stay_within_their_field()
    {
        var objectNumber = NewObject();
        var wish = GuideOrder(objectNumber: objectNumber);
        wish.Subject.Description = "Säger \"Å; ä, ö\"\nRad två";
        await scene.Elsa.RegisterWorkOrderAsync(wish);
        using var answer = await GetAsync("testfirma", $"?object={objectNumber}");
        Assert.Contains(";\"Säger \"\"Å; ä, ö\"\"\nRad två\";", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(wish.Subject.Description, Assert.Single(await RowsAsync(answer), r => r[9] == objectNumber)[15]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\";\"Klicka\")")]
    [InlineData("+46701740605")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    public async Task What_a_spreadsheet_would_take_for_a_formula_opens_as_text(string text)
    {
        var objectNumber = NewObject();
        var number = (await scene.OrderedAsync(objectNumber)).Number;
        // past the form of commands, which cuts white space away
        await using (var context = scene.OpenFile())
            await context.Database.ExecuteSqlAsync(
                $"UPDATE work_orders SET document = json_set(document, '$.subject.description', {text}, '$.subject.unit', {text}, '$.contractor.name', {text}) WHERE number = {number}");
        using var answer = await GetAsync("elsa", $"?object={objectNumber}");
        var row = (await RowsAsync(answer))[1];
        Assert.Equal(["'" + text, "'" + text, "'" + text], [row[4], row[13], row[15]]);
    }

    [Fact]
    public async Task A_contractor_gets_its_own_orders_alone_and_a_tenant_only_where_the_list_shows_one()
    {
        var objectNumber = NewObject();
        var own = (await scene.OrderedAsync(objectNumber)).Number;
        await scene.Elsa.RegisterWorkOrderAsync(GuideOrder(RivalId, objectNumber));
        var cancelled = (await scene.OrderedAsync(objectNumber)).Number;
        await scene.Elsa.CancelWorkOrderAsync(new() { RequestId = NewId(), Number = cancelled, Reason = "Dubblett" });

        Assert.Equal([$"{cancelled}", $"{own}"], await NumbersAsync("testfirma", $"?object={objectNumber}"));
        Assert.Equal(3, (await NumbersAsync("elsa", $"?object={objectNumber}")).Count);
        using var answer = await GetAsync("testfirma", $"?object={objectNumber}");
        Assert.Equal(["HG", "", "Test Testsson"], (await RowsAsync(answer)).Select(r => r[11]));
    }

    [Fact]
    public async Task A_contractors_file_holds_what_is_done_for_30_days_and_the_landlords_for_ever()
    {
        var clock = new FakeTimeProvider(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var own = await StartAsync(new() { Clock = clock });
        var number = (await own.CompletedAsync()).Number;
        clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal([$"{number}"], await NumbersAsync("testfirma", "", own));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await NumbersAsync("testfirma", "", own));
        Assert.Equal([$"{number}"], await NumbersAsync("elsa", "", own));
    }

    [Fact]
    public async Task Each_name_in_the_address_narrows_or_sorts_as_the_list_does()
    {
        var objectNumber = NewObject();
        var (first, asked) = (await scene.OrderedAsync(objectNumber), (await scene.OrderedAsync(objectNumber)).Number);
        await scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = asked, Text = "Ska blandaren bytas?" });
        var late = GuideOrder(RivalId, objectNumber);
        (late.Type, late.PlannedFor, late.Subject.Phrase) = (WorkOrderType.TenantMaintenance, "2019-08-19", "Takdropp");
        var overdue = (await scene.Elsa.RegisterWorkOrderAsync(late)).WorkOrder.Number;
        var registered = (await scene.Elsa.RegisterWorkOrderAsync(GuideOrder(null, objectNumber))).WorkOrder.Number;

        await IsAsync("", registered, overdue, asked, first.Number);
        await IsAsync("&status=ordered&status=accepted", overdue, asked, first.Number);
        await IsAsync("&status=registered", registered);
        await IsAsync("&type=tenant-maintenance&type=authority", overdue);
        await IsAsync("&q=takdr", overdue);
        await IsAsync($"&bundle={first.BundleNumber}", overdue, asked, first.Number);
        await IsAsync("&question=open", asked);
        await IsAsync("&overdue=true", overdue);
        await IsAsync("&sort=number", first.Number, asked, overdue, registered);
        await IsAsync("&sort=-planned_for", overdue, registered, asked, first.Number);
        await IsAsync("&sort=waiting", asked, first.Number, overdue, registered);
        await IsAsync("&q=&status=&sort=&overdue=&question=&bundle=", registered, overdue, asked, first.Number);

        async Task IsAsync(string query, params long[] numbers) =>
            Assert.Equal(numbers.Select(n => $"{n}"), await NumbersAsync("elsa", $"?object={objectNumber}{query}"));
    }

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
        var rows = await RowsAsync(await GetAsync("testfirma", "?sort=number", own));
        Assert.Equal(Enumerable.Range(1, 5_001).Select(n => $"{n}"), rows.Skip(1).Select(r => r[1]));

        // 2. one that stops: cut, and what it has is no whole file; no more than two at a time before that
        using var stalled = await GetAsync("testfirma", "", own);
        using var second = await GetAsync("testfirma", "", own);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync("testfirma", "", own)).StatusCode);
        Assert.Empty(await NumbersAsync("elsa", "?status=declined", own));
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

    private static string NewObject() => $"{Random.Shared.NextInt64(10_000_000, 99_999_999)}";

    private async Task<HttpResponseMessage> GetAsync(string client, string query, Scene? of = null)
    {
        var server = (of ?? scene).Server;
        var http = new HttpClient { BaseAddress = server.Http };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await server.Callers.Tokens.OfAsync(client));
        return await http.GetAsync($"/orders.csv{query}", HttpCompletionOption.ResponseHeadersRead);
    }

    private async Task<IReadOnlyList<string>> NumbersAsync(string client, string query, Scene? of = null)
    {
        using var answer = await GetAsync(client, query, of);
        return [.. (await RowsAsync(answer)).Skip(1).Select(r => r[1])];
    }

    /// <summary>As a spreadsheet reads it.</summary>
    private static async Task<List<string[]>> RowsAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Rows(await answer.Content.ReadAsStringAsync());
    }

    private static List<string[]> Rows(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"': field.Append(text[i++]); break;
                case '"': quoted = !quoted; break;
                case ';' when !quoted: End(); break;
                case '\r' when !quoted: break;
                case '\n' when !quoted: End(); rows.Add([.. row]); row.Clear(); break;
                case '\uFEFF': break;
                default: field.Append(text[i]); break;
            }
        }
        return rows;

        void End()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }
}
