using System.Net;
using System.Text;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Lifecycle.Scene;
using Client = WorkOrders.V1.FiguresService.FiguresServiceClient;

namespace WorkOrders.Server.Tests.Figures;

/// <summary>It is Monday the 2nd of March 2026, nine o'clock in Stockholm.</summary>
public sealed class FigureTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _clock = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private Scene _scene = null!;

    private Client Figures => new(_scene.Server.As("elsa"));

    public async Task InitializeAsync() =>
        _scene = await StartAsync(new() { Clock = _clock, Settings = { ["Limits:MachineBurst"] = "100000" } });

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task An_order_counts_on_the_day_on_which_it_happens_and_in_what_time()
    {
        var order = await _scene.OrderedAsync();
        _clock.Advance(2 * Hour);
        await _scene.Firm.AcceptWorkOrderAsync(new() { RequestId = NewId(), Number = order.Number });
        _clock.Advance(24 * Hour);
        await CompleteAsync(order.Number);

        var found = await Figures.GetFiguresAsync(new() { FirstDay = "2026-03-01", LastDay = "2026-03-04" });

        Assert.Equal(_scene.Head, found.Revision);
        Assert.False(found.IsCatchingUp);
        Assert.Equal(
            ["2026-03-01 0 0 0", "2026-03-02 1 1 0", "2026-03-03 0 0 1", "2026-03-04 0 0 0"],
            found.Days.Select(d => $"{d.Day} {d.Placed} {d.Accepted} {d.Completed}"));
        Assert.Equal((1, 1, 1), (found.Total.Placed, found.Total.Accepted, found.Total.Completed));
        About(2 * Hour, found.Total.ToAccept);
        About(26 * Hour, found.Total.ToComplete);
        Assert.Equal(0, found.Total.ToAnswer.Count);
        Assert.Null(found.Total.ToAnswer.Median);
        Assert.Equal((1, 1), (found.Total.Promised, found.Total.Kept));
    }

    [Fact]
    public async Task Each_contractor_and_each_type_has_figures_of_its_own()
    {
        var ours = await _scene.AcceptedAsync();
        var theirs = GuideOrder(RivalId);
        theirs.Type = WorkOrderType.Maintenance;
        await _scene.Elsa.RegisterWorkOrderAsync(theirs);

        var found = await Figures.GetFiguresAsync(new());

        Assert.Equal(["Söderorts Rörjour AB 1 0", "Testfirma AB 1 1"], found.Contractors.Select(c => $"{c.Contractor.Name} {c.Figures.Placed} {c.Figures.Accepted}"));
        Assert.Equal([WorkOrderType.Fault, WorkOrderType.Maintenance], found.WorkOrderTypes.Select(t => t.Type));
        Assert.Equal(ours.Contractor.Name, (await Figures.GetFiguresAsync(new() { ContractorId = FirmId })).Contractors.Single().Contractor.Name);
        Assert.Equal(1, (await Figures.GetFiguresAsync(new() { Type = WorkOrderType.Maintenance })).Total.Placed);
    }

    [Fact]
    public async Task A_question_takes_from_being_asked_until_it_is_answered()
    {
        var order = await _scene.OrderedAsync();
        await _scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = order.Number, Text = "Ska blandaren bytas?" });
        _clock.Advance(3 * Hour);
        await _scene.Elsa.AnswerQuestionAsync(new() { RequestId = NewId(), Number = order.Number, QuestionId = 1, Text = "Ja" });

        About(3 * Hour, (await Figures.GetFiguresAsync(new())).Total.ToAnswer);
    }

    [Fact]
    public async Task What_is_done_too_late_is_no_promise_kept()
    {
        var order = await _scene.AcceptedAsync();
        await _scene.Server.SleepAsync(TimeSpan.FromDays(60));
        await CompleteAsync(order.Number);

        var total = (await Figures.GetFiguresAsync(new())).Total;
        Assert.Equal((1, 0), (total.Promised, total.Kept));
    }

    [Fact]
    public async Task An_order_that_is_sent_to_another_is_counted_there_too_and_its_clock_begins_anew()
    {
        var order = await _scene.OrderedAsync();
        _clock.Advance(5 * Hour);
        await _scene.Dispatch.ReassignWorkOrderAsync(new() { RequestId = NewId(), Number = order.Number, ContractorId = RivalId, Reason = "Annat fackområde" });
        _clock.Advance(Hour);
        await _scene.Rival.AcceptWorkOrderAsync(new() { RequestId = NewId(), Number = order.Number });

        var found = await Figures.GetFiguresAsync(new());
        Assert.Equal([1L, 1L], found.Contractors.Select(c => c.Figures.Placed));
        About(Hour, found.Total.ToAccept);
    }

    [Fact]
    public async Task They_go_on_after_a_restart_and_are_made_anew_when_their_file_is_lost_or_no_file_of_ours()
    {
        await _scene.CompletedAsync();
        var before = await Figures.GetFiguresAsync(new());
        await _scene.Server.RestartAsync();
        Assert.Equal(before, await Figures.GetFiguresAsync(new()));

        await _scene.Server.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(_scene.Server.Folder, "figures.db*")) File.Delete(file);
        await _scene.Server.StartAgainAsync();
        Assert.Equal(before, await Figures.GetFiguresAsync(new()));

        await _scene.Server.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(_scene.Server.Folder, "figures.db*")) File.Delete(file);
        await File.WriteAllTextAsync(Path.Combine(_scene.Server.Folder, "figures.db"), "no database");
        await _scene.Server.StartAgainAsync();
        Assert.Equal(before, await Figures.GetFiguresAsync(new()));
    }

    [Fact]
    public async Task Whole_months_count_what_their_days_count()
    {
        for (var days = 0; days < 40; days++)
        {
            await _scene.OrderedAsync();
            await _scene.Server.SleepAsync(TimeSpan.FromDays(1));
        }
        var found = await Figures.GetFiguresAsync(new() { FirstDay = "2026-02-15", LastDay = "2026-04-10" });
        Assert.Equal(40, found.Total.Placed);
        Assert.Equal(40, found.Days.Sum(d => d.Placed));
    }

    [Theory]
    [InlineData("2026-02-30", "", "first_day")]
    [InlineData("", "igår", "last_day")]
    [InlineData("2026-03-05", "2026-03-04", "first_day")]
    [InlineData("2025-01-01", "2026-03-01", "first_day")]
    [InlineData("0001-01-01", "0001-01-02", "first_day")]
    public async Task A_period_that_is_none_is_refused(string first, string last, string field)
    {
        var refusal = await Refusal.OfAsync(Figures.GetFiguresAsync(new() { FirstDay = first, LastDay = last }));
        refusal.Is(StatusCode.InvalidArgument, "FIELD_VIOLATION");
        Assert.Contains(field, refusal.Fields);
    }

    [Fact]
    public async Task They_are_the_landlords()
    {
        var refusal = await Refusal.OfAsync(new Client(_scene.Server.As("testfirma")).GetFiguresAsync(new()));
        refusal.Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
    }

    [Fact]
    public async Task As_a_file_they_open_in_a_spreadsheet()
    {
        var order = await _scene.OrderedAsync();
        _clock.Advance(1.5 * Hour);
        await _scene.Firm.AcceptWorkOrderAsync(new() { RequestId = NewId(), Number = order.Number });
        using var elsa = await _scene.Server.SignInAsync("elsa");

        using var answer = await elsa.Http.GetAsync("/figures.csv?from=2026-03-01&to=2026-03-02");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var rows = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(';')).ToList();
        Assert.Equal(["Grupp", "Namn", "Beställda", "Accepterade", "Utförda"], rows[0][..5]);
        Assert.Equal(["Totalt", "", "1", "1", "0"], rows[1][..5]);
        Assert.StartsWith("1,5", rows[1][5], StringComparison.Ordinal);
        Assert.Equal(["Utförare", "Testfirma AB"], rows[2][..2]);
        Assert.Equal(["Typ", "Fel"], rows[3][..2]);

        using var wrong = await elsa.Http.GetAsync("/figures.csv?from=imorgon");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.StartsWith("from: Ett datum som", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task CompleteAsync(long number) => await _scene.Firm.CompleteWorkOrderAsync(
        new() { RequestId = NewId(), Number = number, ActionPerformed = "Bytt blandare" });

    private static void About(TimeSpan expected, Spans spans)
    {
        Assert.Equal(1, spans.Count);
        Assert.InRange(spans.Median.ToTimeSpan() / expected, 0.975, 1.025);
        Assert.Equal(spans.Median, spans.Percentile90);
    }
}
