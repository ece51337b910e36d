using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Lifecycle.Scene;
using Client = WorkOrders.V1.WorkOrderService.WorkOrderServiceClient;
using Desk = WorkOrders.V1.DeskService.DeskServiceClient;

namespace WorkOrders.Server.Tests.Queries;

/// <summary>What is on whose desk.</summary>
public sealed class DeskTests : IAsyncLifetime
{
    // a Monday, ten o'clock in Stockholm
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private Scene _scene = null!;

    private Desk Elsas => new(_scene.Server.As("elsa"));
    private Desk Nilss => new(_scene.Server.As("nils"));
    private Client Nils => new(_scene.Server.As("nils"));

    public async Task InitializeAsync() =>
        _scene = await StartAsync(new() { Clock = _clock, Settings = { ["Limits:MachineBurst"] = "100000" } });

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task An_orderer_has_the_questions_on_its_own_orders_and_a_dispatcher_everybodys()
    {
        var (first, second) = ((await _scene.OrderedAsync()).Number, (await _scene.OrderedAsync()).Number);
        var nilss = (await Nils.RegisterWorkOrderAsync(GuideOrder())).WorkOrder.Number;
        await AskAsync(second, "Finns det hiss?");
        await AskAsync(first, "Ska blandaren bytas?");
        await AskAsync(nilss, "Var står bilen?");

        var desk = await Elsas.GetDeskAsync(new());
        Assert.Equal(["Finns det hiss?", "Ska blandaren bytas?"], desk.Questions.Select(q => q.Question.Text));
        Assert.Equal((2, _scene.Head), (desk.QuestionCount, desk.Revision));
        Assert.Equal(
            new QuestionWait { Kind = WaitsForKind.Orderer, Name = "Elsa Österberg", OrdererName = "Elsa Österberg", Answerable = true }, desk.Questions[0].WaitsFor);
        Assert.Equal(["Var står bilen?"], (await Nilss.GetDeskAsync(new())).Questions.Select(q => q.Question.Text));
        Assert.Equal(3, (await new Desk(_scene.Server.As("dispatch")).GetDeskAsync(new() { Size = 1 })).QuestionCount);

        var all = (await Nils.ListQuestionsAsync(new() { State = QuestionState.Open })).Questions;
        Assert.Equal([false, false, true], all.Select(q => q.WaitsFor.Answerable));
    }

    [Fact]
    public async Task A_question_has_its_clock_and_its_answer_tells_after_how_long_it_came()
    {
        var number = (await _scene.OrderedAsync()).Number;
        _clock.SetUtcNow(new(2026, 3, 6, 14, 0, 0, TimeSpan.Zero)); // Friday, an hour before the office closes
        await AskAsync(number, "Ska blandaren bytas?");
        var asked = Assert.Single((await Elsas.GetDeskAsync(new())).Questions).Question;
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 10, 1, 0, TimeSpan.Zero), asked.EscalatesAt.ToDateTimeOffset()); // 4 h of working time later

        _clock.SetUtcNow(new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero)); // Monday at nine
        var answer = (await _scene.Elsa.AnswerQuestionAsync(new() { RequestId = NewId(), Number = number, QuestionId = 1, Text = "Ja" })).WorkOrder.Questions[0].Answer;
        Assert.Equal((new TimeSpan(2, 17, 59, 0), new TimeSpan(1, 59, 0)), (answer.After.ToTimeSpan(), answer.AfterWorkingTime.ToTimeSpan()));
        Assert.Equal("Elsa Österberg", answer.AnsweredBy.DisplayName);
        Assert.Equal(answer, (await _scene.Elsa.ListQuestionsAsync(new() { State = QuestionState.Answered })).Questions[0].Question.Answer);
    }

    [Fact]
    public async Task The_wall_counts_what_has_waited_too_long_and_its_cards_tell_which_without_a_word_of_it()
    {
        var (first, second) = ((await _scene.OrderedAsync()).Number, (await _scene.OrderedAsync()).Number);
        await AskAsync(first, "Ska blandaren bytas?");
        Assert.Equal(0, (await WallAsync()).EscalatedQuestionCount);

        _clock.Advance(TimeSpan.FromHours(4) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, (await WallAsync()).EscalatedQuestionCount);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await AskAsync(second, "Finns det hiss?");
        var wall = await WallAsync();
        Assert.Equal((1, 2), (wall.EscalatedQuestionCount, wall.OpenQuestions.Total));
        Assert.Equal(first, wall.OpenQuestions.Orders.Single(o => o.QuestionEscalatesAt.ToDateTimeOffset() <= _clock.GetUtcNow()).Number);
        Assert.False(Holds(Google.Protobuf.MessageExtensions.ToByteArray(wall), "blandaren"));

        await _scene.Elsa.AnswerQuestionAsync(new() { RequestId = NewId(), Number = first, QuestionId = 1, Text = "Ja" });
        Assert.Equal(0, (await WallAsync()).EscalatedQuestionCount);
    }

    [Fact]
    public async Task How_long_questions_may_wait_is_a_setting()
    {
        await using var scene = await StartAsync(new() { Clock = _clock, Settings = { ["Questions:EscalateAfterHours"] = "1" } });
        var number = (await scene.OrderedAsync()).Number;
        var asked = (await scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = number, Text = "Var?" })).WorkOrder.Questions[0];
        Assert.Equal(TimeSpan.FromHours(1), asked.EscalatesAt.ToDateTimeOffset() - asked.AskedAt.ToDateTimeOffset());
    }

    [Fact]
    public async Task Messages_lie_in_the_inbox_newest_first_until_each_account_has_read_them()
    {
        var number = (await _scene.OrderedAsync()).Number;
        await SendAsync(number, "Kommer vid åtta");
        await SendAsync(number, "Blev försenad");
        await SendAsync((await Nils.RegisterWorkOrderAsync(GuideOrder())).WorkOrder.Number, "Till Nils");

        var desk = await Elsas.GetDeskAsync(new());
        Assert.Equal(["Blev försenad", "Kommer vid åtta"], desk.Messages.Select(m => m.Text));
        Assert.All(desk.Messages, m => Assert.True(m.Unread && m.SentBy.DisplayName == "Testfirma AB" && m.WorkOrder.Number == number));
        Assert.Equal(2, desk.UnreadMessageCount);

        // another's are passed over
        Assert.Equal(1, (await Nilss.MarkMessagesReadAsync(new() { Messages = { desk.Messages.Select(m => m.Id) } })).UnreadCount);
        Assert.Equal(1, (await Elsas.MarkMessagesReadAsync(new() { Messages = { desk.Messages[0].Id } })).UnreadCount);
        Assert.Equal(1, (await Elsas.MarkMessagesReadAsync(new() { Messages = { desk.Messages[0].Id } })).UnreadCount);
        await _scene.Server.RestartAsync();
        Assert.Equal([false, true], (await Elsas.GetDeskAsync(new())).Messages.Select(m => m.Unread));
    }

    [Fact]
    public async Task The_inbox_is_read_page_by_page()
    {
        var number = (await _scene.OrderedAsync()).Number;
        for (var i = 1; i <= 5; i++) await _scene.Firm.SendMessageAsync(new() { RequestId = NewId(), Number = number, Text = $"{i}" }); // the clock stands still

        var page = new ListMessagesResponse();
        List<string> all = [];
        do
        {
            page = await Elsas.ListMessagesAsync(new() { PageSize = 2, PageToken = page.NextPageToken });
            all.AddRange(page.Messages.Select(m => m.Text));
        }
        while (page.NextPageToken.Length > 0);
        Assert.Equal(["5", "4", "3", "2", "1"], all);
        Assert.Equal(["page_size", "page_token"], (await Refusal.OfAsync(Elsas.ListMessagesAsync(new() { PageSize = -1, PageToken = "x" }))).Fields);
        Assert.Equal(["messages"], (await Refusal.OfAsync(Elsas.MarkMessagesReadAsync(new()))).Fields);
    }

    [Fact]
    public async Task A_contractors_finding_lies_on_every_desk_until_it_is_placed_or_refused()
    {
        var (first, second) = (await FindAsync("Taket läcker"), await FindAsync("Rutan är sprucken"));

        foreach (var desk in new[] { Elsas, Nilss })
        {
            var found = await desk.GetDeskAsync(new());
            Assert.Equal([first, second], found.Findings.Select(o => o.Number));
            Assert.Equal(("1999/99999", 2), (found.Findings[0].FoundBy.Id, found.FindingCount));
            Assert.Contains(WorkOrderCommand.Place, found.Findings[0].AllowedCommands);
        }

        await _scene.Elsa.PlaceWorkOrderAsync(new() { RequestId = NewId(), Number = first, ContractorId = RivalId, Priority = Priority.Urgent });
        await _scene.Elsa.CancelWorkOrderAsync(new() { RequestId = NewId(), Number = second, Reason = "Görs av förvaltaren" });
        var after = await Elsas.GetDeskAsync(new());
        Assert.Equal(0, after.FindingCount);
        Assert.Equal(first, Assert.Single(after.Sections.Single(s => s.Status is WorkOrderStatus.Ordered).Orders).Number);
        Assert.Null((await _scene.Rival.GetWorkOrderAsync(new() { Number = first })).WorkOrder.FoundBy);
    }

    [Fact]
    public async Task Own_orders_stand_by_status_newest_first_what_needs_somebody_on_top()
    {
        var ordered = new[] { (await _scene.OrderedAsync()).Number, (await _scene.OrderedAsync()).Number, (await _scene.OrderedAsync()).Number };
        var accepted = (await _scene.AcceptedAsync()).Number;
        var declined = (await _scene.OrderedAsync()).Number;
        await _scene.Firm.DeclineWorkOrderAsync(new() { RequestId = NewId(), Number = declined, Reason = "Hinner inte" });
        await Nils.RegisterWorkOrderAsync(GuideOrder());

        var sections = (await Elsas.GetDeskAsync(new() { SectionSize = 2 })).Sections;
        Assert.Equal([WorkOrderStatus.Declined, WorkOrderStatus.Ordered, WorkOrderStatus.Accepted], sections.Select(s => s.Status));
        Assert.Equal([1, 3, 1], sections.Select(s => s.Total));
        Assert.Equal([[declined], [ordered[2], ordered[1]], [accepted]], sections.Select(s => s.Orders.Select(o => o.Number).ToArray()));
        Assert.Equal("Test Testsson", sections[0].Orders[0].Tenant.Name);
        Assert.Equal(["size", "section_size"], (await Refusal.OfAsync(Elsas.GetDeskAsync(new() { Size = -1, SectionSize = -1 }))).Fields);
    }

    private async Task<GetWallBoardResponse> WallAsync() => await _scene.Dispatch.GetWallBoardAsync(new());

    private async Task<long> FindAsync(string text) => (await _scene.Firm.RegisterWorkOrderAsync(new()
    {
        RequestId = NewId(),
        Type = WorkOrderType.InspectionRound,
        PropertyObject = new() { Number = "4711", Address = new() { Street = "Bordsvägen 3" } },
        Subject = new() { Description = text },
    })).WorkOrder.Number;

    private async Task AskAsync(long number, string text)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = number, Text = text });
    }

    private async Task SendAsync(long number, string text)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _scene.Firm.SendMessageAsync(new() { RequestId = NewId(), Number = number, Text = text });
    }
}
