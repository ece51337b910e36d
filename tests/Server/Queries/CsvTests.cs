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
            "BuntNr;AO-nr;Klass;Typ;Utförare;Status;Beställd;Planerad;Beställare;Obj nr;Adress;HG;Utrymme;Enhet;Fras;Beskrivning;Utförd åtgärd;Utförd;Fakturauppgifter;"
            + "Prioritet;Första kontakt senast;Första kontakt;Klar senast;Pausad;Bomkörningar\r\n"
            + $"{order.BundleNumber};{order.Number};Serviceanmälan;Fel;Testfirma AB;Beställd;{day};;Elsa Österberg;{objectNumber};Torögatan 51;Test Testsson;"
            + $"Kök;Diskbänk;Blandare dåligt tryck;Kommer inget vatten;;;AO{order.Number};Normal;{Minute(order.FirstContactDueAt)};;{Minute(order.CompletionDueAt)};;0\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task Its_deadlines_what_it_waits_for_and_visits_that_failed_stand_behind_the_guides_columns()
    {
        var objectNumber = NewObject();
        var number = (await scene.OrderedAsync(objectNumber)).Number;
        await scene.Firm.AcceptWorkOrderAsync(new() { RequestId = NewId(), Number = number });
        await scene.Firm.RecordTenantContactAsync(new() { RequestId = NewId(), Number = number, Text = "Ringt" });
        await scene.Firm.RecordFailedVisitAsync(new() { RequestId = NewId(), Number = number, Notice = VisitNotice.Phone, Text = "Ingen hemma", AttemptedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime) });
        await scene.Firm.PauseWorkOrderAsync(new() { RequestId = NewId(), Number = number, Reason = PauseReason.WaitingForParts, Text = "Blandare beställd" });
        var order = (await scene.Elsa.GetWorkOrderAsync(new() { Number = number })).WorkOrder;

        foreach (var (culture, paused) in new[] { ("sv", "Väntar på reservdelar/material"), ("en", "Waiting for parts/material") })
        {
            using var answer = await GetAsync("elsa", $"?object={objectNumber}&culture={culture}");
            Assert.Equal(["Normal", Minute(order.FirstContactDueAt), Minute(order.ContactedAt), "", paused, "1"], (await Spreadsheet.RowsAsync(answer))[1][19..]);
        }
    }

    [Fact]
    public async Task In_English_labels_statuses_types_and_the_files_name_are_English()
    {
        var objectNumber = NewObject();
        await scene.OrderedAsync(objectNumber);
        using var answer = await GetAsync("elsa", $"?object={objectNumber}&culture=en");
        var rows = await Spreadsheet.RowsAsync(answer);
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
        Assert.Single(await Spreadsheet.RowsAsync(answer));
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
        Assert.Equal(wish.Subject.Description, Assert.Single(await Spreadsheet.RowsAsync(answer), r => r[9] == objectNumber)[15]);
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
        var row = (await Spreadsheet.RowsAsync(answer))[1];
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
        Assert.Equal(["HG", "", "Test Testsson"], (await Spreadsheet.RowsAsync(answer)).Select(r => r[11]));
    }

    [Fact]
    public async Task A_contractors_file_holds_what_is_done_for_30_days_and_the_landlords_for_ever()
    {
        var clock = new FakeTimeProvider(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var own = await StartAsync(new() { Clock = clock });
        var number = (await own.CompletedAsync()).Number;
        await own.Server.SleepAsync(TimeSpan.FromDays(30));
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

    private static string NewObject() => $"{Random.Shared.NextInt64(10_000_000, 99_999_999)}";

    private static string Minute(Google.Protobuf.WellKnownTypes.Timestamp at) =>
        Domain.SwedishTime.Local(at.ToDateTimeOffset()).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private Task<HttpResponseMessage> GetAsync(string client, string query, Scene? of = null) => Spreadsheet.GetAsync((of ?? scene).Server, client, query);

    private Task<IReadOnlyList<string>> NumbersAsync(string client, string query, Scene? of = null) => Spreadsheet.NumbersAsync((of ?? scene).Server, client, query);
}
