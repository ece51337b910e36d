using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Lifecycle.Scene;
using Desk = WorkOrders.V1.DeskService.DeskServiceClient;

namespace WorkOrders.Server.Tests.Accounts;

/// <summary>Who is away, and who answers meanwhile: through the doors of the server.</summary>
public sealed class AbsenceTests : IAsyncLifetime
{
    // a Monday
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private Scene _scene = null!;

    private Desk Elsas => new(_scene.Server.As("elsa"));
    private Desk Nilss => new(_scene.Server.As("nils"));
    private WorkOrderService.WorkOrderServiceClient Nils => new(_scene.Server.As("nils"));

    public async Task InitializeAsync() =>
        _scene = await StartAsync(new() { Clock = _clock, Settings = { ["Limits:MachineBurst"] = "100000" } });

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task A_question_waits_for_its_orderer_and_nobody_else_can_answer()
    {
        var number = await AskedAsync();
        var refusal = await Refusal.OfAsync(AnswerAsync(Nils, number));
        refusal.Is(StatusCode.PermissionDenied, "QUESTION_NOT_YOURS");
        Assert.Equal(("Elsa Österberg", "1"), (refusal.Info.Metadata["waits_for"], refusal.Info.Metadata["question_id"]));
        Assert.Single((await _scene.EventsOfAsync(number)), e => e.QuestionAsked is not null);
        Assert.DoesNotContain(WorkOrderCommand.AnswerQuestion, (await Nils.GetWorkOrderAsync(new() { Number = number })).WorkOrder.AllowedCommands);
        Assert.Contains(WorkOrderCommand.AnswerQuestion, (await _scene.Elsa.GetWorkOrderAsync(new() { Number = number })).WorkOrder.AllowedCommands);
        await AnswerAsync(_scene.Dispatch, number);
    }

    [Fact]
    public async Task While_the_orderer_is_away_the_deputy_has_the_question_and_answers_it()
    {
        var number = await AskedAsync();
        Assert.Empty((await Nilss.GetDeskAsync(new())).Questions);
        await AwayAsync("2026-03-02", "2026-03-06", deputy: "demo-nils");

        var question = Assert.Single((await Nilss.GetDeskAsync(new())).Questions);
        Assert.Equal(
            new QuestionWait { Kind = WaitsForKind.Deputy, Name = "Nils Bergqvist", OrdererName = "Elsa Österberg", AwayUntil = "2026-03-06", Answerable = true },
            question.WaitsFor);
        Assert.Single((await Elsas.GetDeskAsync(new())).Questions);
        Assert.Contains(WorkOrderCommand.AnswerQuestion, (await Nils.GetWorkOrderAsync(new() { Number = number })).WorkOrder.AllowedCommands);

        var answered = (await AnswerAsync(Nils, number)).WorkOrder.Questions[0];
        Assert.Equal("Nils Bergqvist", answered.Answer.AnsweredBy.DisplayName);
        Assert.Empty((await Elsas.GetDeskAsync(new())).Questions);
    }

    [Fact]
    public async Task It_begins_and_ends_by_itself_with_its_days()
    {
        var number = await AskedAsync();
        await AwayAsync("2026-03-03", "2026-03-03", deputy: "demo-nils");
        (await Refusal.OfAsync(AnswerAsync(Nils, number))).Is(StatusCode.PermissionDenied, "QUESTION_NOT_YOURS");

        // midnight in Stockholm is 23:00 UTC
        _clock.SetUtcNow(new(2026, 3, 2, 23, 0, 0, TimeSpan.Zero));
        Assert.Single((await Nilss.GetDeskAsync(new())).Questions);
        Assert.Equal("2026-03-03", (await Elsas.GetMyAbsenceAsync(new())).Absence.Until);

        _clock.SetUtcNow(new(2026, 3, 3, 23, 0, 0, TimeSpan.Zero));
        Assert.Empty((await Nilss.GetDeskAsync(new())).Questions);
        Assert.Null((await Elsas.GetMyAbsenceAsync(new())).Absence);
        (await Refusal.OfAsync(AnswerAsync(Nils, number))).Is(StatusCode.PermissionDenied, "QUESTION_NOT_YOURS");
    }

    [Fact]
    public async Task A_team_is_everybody_of_one_name()
    {
        var dispatch = new Desk(_scene.Server.As("dispatch"));
        await dispatch.SetTeamAsync(new() { AccountId = "demo-nils", Team = "Enskede" });
        var number = await AskedAsync();
        await Elsas.SetMyAbsenceAsync(new() { Absence = new() { From = "2026-03-02", Until = "2026-03-02", Team = new() } });
        (await Refusal.OfAsync(AnswerAsync(Nils, number))).Is(StatusCode.PermissionDenied, "QUESTION_NOT_YOURS");

        await dispatch.SetTeamAsync(new() { AccountId = "demo-nils", Team = " Farsta " });
        var question = Assert.Single((await Nilss.GetDeskAsync(new())).Questions);
        Assert.Equal((WaitsForKind.Team, "Farsta"), (question.WaitsFor.Kind, question.WaitsFor.Name));
        await AnswerAsync(Nils, number);

        (await Refusal.OfAsync(dispatch.SetTeamAsync(new() { AccountId = "nobody" }))).Is(StatusCode.NotFound, "ORDERER_NOT_FOUND");
        (await Refusal.OfAsync(Elsas.SetTeamAsync(new() { AccountId = "demo-elsa" }))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
    }

    [Fact]
    public async Task What_is_wrong_with_it_is_told_at_once_and_changes_nothing()
    {
        await AwayAsync("2026-03-02", "2026-03-06", deputy: "demo-nils");
        var before = (await Elsas.GetMyAbsenceAsync(new())).Absence;

        Assert.Equal(["absence.from", "absence.deputy_account_id"], await WrongAsync(new() { From = "i morgon", Until = "2026-03-06", DeputyAccountId = "demo-elsa" }));
        Assert.Equal(["absence.until"], await WrongAsync(new() { From = "2026-03-06", Until = "2026-03-05", DeputyAccountId = "demo-nils" }));
        Assert.Equal(["absence.until"], await WrongAsync(new() { From = "2026-02-06", Until = "2026-03-01", DeputyAccountId = "demo-nils" }));
        Assert.Equal(["absence.until"], await WrongAsync(new() { From = "2026-03-02", Until = "2028-03-02", DeputyAccountId = "demo-nils" }));
        Assert.Equal(["absence.deputy_account_id"], await WrongAsync(new() { From = "2026-03-02", Until = "2026-03-02" }));
        Assert.Equal(["absence.deputy_account_id"], await WrongAsync(new() { From = "2026-03-02", Until = "2026-03-02", DeputyAccountId = "demo-testfirma" }));
        await new Desk(_scene.Server.As("dispatch")).SetTeamAsync(new() { AccountId = "demo-elsa", Team = "" });
        Assert.Equal(["absence.team"], await WrongAsync(new() { From = "2026-03-02", Until = "2026-03-02", Team = new() }));

        Assert.Equal(before, (await Elsas.GetMyAbsenceAsync(new())).Absence);
    }

    [Fact]
    public async Task Whoever_is_back_early_says_so_and_it_is_there_after_a_restart()
    {
        await AskedAsync();
        await AwayAsync("2026-03-02", "2026-03-06", deputy: "demo-nils");
        await _scene.Server.RestartAsync();
        Assert.Single((await Nilss.GetDeskAsync(new())).Questions);

        Assert.Null((await Elsas.SetMyAbsenceAsync(new())).Absence);
        Assert.Empty((await Nilss.GetDeskAsync(new())).Questions);
        await _scene.Server.RestartAsync();
        Assert.Empty((await Nilss.GetDeskAsync(new())).Questions);
    }

    [Fact]
    public async Task Everybody_of_the_landlords_is_listed_with_team_and_absence()
    {
        await AwayAsync("2026-03-02", "2026-03-06", deputy: "demo-nils");

        var all = (await Nilss.ListOrderersAsync(new())).Orderers;
        Assert.Equal(["Driftcentralen", "Elsa Österberg", "Nils Bergqvist"], all.Select(o => o.Name));
        Assert.Equal(("Farsta", "2026-03-06", Role.Orderer), (all[1].Team, all[1].Absence.Until, all[1].Role));
    }

    [Fact]
    public async Task The_landlords_feeds_are_told_at_once_that_others_answer_and_nobody_elses()
    {
        using var elsas = Watch("elsa");
        using var firms = Watch("testfirma");
        var began = (await NextAsync(elsas)).Started.DesksVersion;
        Assert.Equal(0, (await NextAsync(firms)).Started.DesksVersion);

        await AwayAsync("2026-03-02", "2026-03-06", deputy: "demo-nils");
        WatchWorkOrdersResponse frame;
        do frame = await NextAsync(elsas);
        while (frame.Bookmark is not { DesksVersion: > 0 });
        Assert.True(frame.Bookmark.DesksVersion > began);

        // the first thing that a contractor hears of is what happens to its orders
        await _scene.OrderedAsync();
        do
        {
            frame = await NextAsync(firms);
            Assert.Equal(0, frame.Bookmark?.DesksVersion ?? 0);
        }
        while (frame.Events is null);
    }

    [Fact]
    public async Task Contractors_and_walls_have_no_desk()
    {
        var firm = new Desk(_scene.Server.As("testfirma"));
        (await Refusal.OfAsync(firm.GetDeskAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
        (await Refusal.OfAsync(firm.ListOrderersAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
        (await Refusal.OfAsync(firm.SetMyAbsenceAsync(new()))).Is(StatusCode.PermissionDenied, "NOT_ALLOWED_FOR_ROLE");
        var number = await AskedAsync();
        Assert.Null((await _scene.Firm.ListQuestionsAsync(new() { State = QuestionState.Open })).Questions.Single(q => q.WorkOrder.Number == number).WaitsFor);
    }

    private AsyncServerStreamingCall<WatchWorkOrdersResponse> Watch(string who) =>
        new WorkOrderFeedService.WorkOrderFeedServiceClient(_scene.Server.As(who)).WatchWorkOrders(new() { FromNow = new() });

    private static async Task<WatchWorkOrdersResponse> NextAsync(AsyncServerStreamingCall<WatchWorkOrdersResponse> watch)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Assert.True(await watch.ResponseStream.MoveNext(patience.Token));
        return watch.ResponseStream.Current;
    }

    private async Task<IReadOnlyList<string>> WrongAsync(Absence absence)
    {
        var refusal = await Refusal.OfAsync(Elsas.SetMyAbsenceAsync(new() { Absence = absence }));
        refusal.Is(StatusCode.InvalidArgument, "FIELD_VIOLATION");
        return refusal.Fields;
    }

    private async Task AwayAsync(string from, string until, string deputy) =>
        await Elsas.SetMyAbsenceAsync(new() { Absence = new() { From = from, Until = until, DeputyAccountId = deputy } });

    private async Task<long> AskedAsync()
    {
        var number = (await _scene.OrderedAsync()).Number;
        await _scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = number, Text = "Ska blandaren bytas?" });
        return number;
    }

    private static AsyncUnaryCall<AnswerQuestionResponse> AnswerAsync(WorkOrderService.WorkOrderServiceClient by, long number) =>
        by.AnswerQuestionAsync(new() { RequestId = NewId(), Number = number, QuestionId = 1, Text = "Ja" });
}
