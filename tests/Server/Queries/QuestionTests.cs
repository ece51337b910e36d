using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.V1;
using static WorkOrders.Server.Tests.Lifecycle.Scene;
using Client = WorkOrders.V1.WorkOrderService.WorkOrderServiceClient;

namespace WorkOrders.Server.Tests.Queries;

public sealed class QuestionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private Scene _scene = null!;

    public async Task InitializeAsync() =>
        _scene = await StartAsync(new() { Clock = _clock, Settings = { ["Limits:MachineBurst"] = "100000" } });

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task The_one_that_waits_longest_comes_first()
    {
        var (first, second) = (await AcceptedAsync(), await AcceptedAsync());
        await AskAsync(second, "Finns det hiss?");
        await AskAsync(first, "Ska blandaren bytas?");
        await AskAsync(second, "Var står bilen?");

        foreach (var client in new[] { _scene.Firm, _scene.Elsa, _scene.Dispatch })
        {
            var open = await OpenAsync(client);
            Assert.Equal(["Finns det hiss?", "Ska blandaren bytas?", "Var står bilen?"], Texts(open));
            Assert.Equal([(second, 1), (first, 1), (second, 2)], open.Questions.Select(q => (q.WorkOrder.Number, q.Question.QuestionId)));
            Assert.Equal((3, 0, _scene.Head), (open.OpenCount, open.UnreadCount, open.Revision));
            Assert.All(open.Questions, q => Assert.True(q.WorkOrder.Street == "Torögatan 51" && q.Question.AskedBy.DisplayName == "Testfirma AB" && !q.Unread));
        }
    }

    [Fact]
    public async Task The_latest_answer_comes_first_whichever_was_asked_first()
    {
        var number = await AcceptedAsync();
        foreach (var text in new[] { "Ett?", "Två?", "Tre?" }) await AskAsync(number, text);
        foreach (var id in new[] { 2, 1 }) await AnswerAsync(number, id, $"Svar {id}");

        foreach (var client in new[] { _scene.Firm, _scene.Elsa })
        {
            var answered = await AnsweredAsync(client);
            Assert.Equal(["Ett?", "Två?"], Texts(answered));
            Assert.Equal(["Svar 1", "Svar 2"], answered.Questions.Select(q => q.Question.Answer.Text));
            Assert.Equal(["Tre?"], Texts(await OpenAsync(client)));
            Assert.Equal(1, answered.OpenCount);
        }
    }

    [Fact]
    public async Task Another_contractors_questions_are_in_no_list_and_no_count()
    {
        var own = await AcceptedAsync();
        var rivals = (await _scene.Elsa.RegisterWorkOrderAsync(GuideOrder(RivalId))).WorkOrder.Number;
        await AskAsync(own, "Vår fråga?");
        await AskAsync(rivals, "Deras fråga?", _scene.Rival);
        await AskAsync(rivals, "Deras andra?", _scene.Rival);
        await AnswerAsync(rivals, 2, "Deras svar");

        var open = await OpenAsync(_scene.Firm);
        Assert.Equal(["Vår fråga?"], Texts(open));
        Assert.Equal((1, 0), Counts(open));
        Assert.Empty((await AnsweredAsync(_scene.Firm)).Questions);
        Assert.Equal((1, 1), Counts(await AnsweredAsync(_scene.Rival)));
        Assert.Equal((2, 0), Counts(await OpenAsync(_scene.Elsa)));
    }

    [Fact]
    public async Task Nobody_waits_for_an_answer_when_the_order_was_declined()
    {
        var number = (await _scene.OrderedAsync()).Number;
        await AskAsync(number, "Ska blandaren bytas?");
        await AskAsync(number, "Finns det hiss?");
        await AnswerAsync(number, 2, "Nej");
        await _scene.Firm.DeclineWorkOrderAsync(new() { RequestId = NewId(), Number = number, Reason = "Hinner inte" });

        Assert.Empty((await OpenAsync(_scene.Elsa)).Questions);
        Assert.Equal((0, 0), Counts(await OpenAsync(_scene.Elsa)));
        Assert.Equal(["Finns det hiss?"], Texts(await AnsweredAsync(_scene.Elsa)));
        Assert.Empty((await AnsweredAsync(_scene.Firm)).Questions);
        Assert.Equal((0, 0), Counts(await OpenAsync(_scene.Firm)));
    }

    [Fact]
    public async Task The_next_contractor_sees_none_of_the_last_ones_questions_and_the_last_one_finds_them_again()
    {
        var number = await AcceptedAsync();
        await AskAsync(number, "Ska blandaren bytas?");
        await AskAsync(number, "Finns det hiss?");
        await AnswerAsync(number, 2, "Nej");
        await ReassignAsync(number, RivalId);

        foreach (var client in new[] { _scene.Firm, _scene.Rival })
        {
            Assert.Equal((0, 0), Counts(await OpenAsync(client)));
            Assert.Empty((await OpenAsync(client)).Questions);
            Assert.Empty((await AnsweredAsync(client)).Questions);
        }
        Assert.Empty((await OpenAsync(_scene.Elsa)).Questions);

        await AskAsync(number, "Och nu?", _scene.Rival);
        Assert.Equal(["Och nu?"], Texts(await OpenAsync(_scene.Rival)));
        Assert.Equal(["Och nu?"], Texts(await OpenAsync(_scene.Elsa)));

        await ReassignAsync(number, FirmId);
        Assert.Equal(["Ska blandaren bytas?"], Texts(await OpenAsync(_scene.Firm)));
        Assert.Equal(["Finns det hiss?"], Texts(await AnsweredAsync(_scene.Firm)));
        Assert.Empty((await OpenAsync(_scene.Rival)).Questions);
    }

    [Fact]
    public async Task Each_account_of_a_contractor_reads_for_itself()
    {
        var (first, second) = (await AcceptedAsync(), await AcceptedAsync());
        await AskAsync(first, "Ett?");
        await AskAsync(first, "Två?");
        await AskAsync(second, "Tre?");
        foreach (var (number, id) in new[] { (first, 1), (second, 1) }) await AnswerAsync(number, id, "Ja");
        using var session = await _scene.Server.SignInAsync("1999/99999");
        using var channel = GrpcChannel.ForAddress(
            _scene.Server.Http, new() { HttpHandler = new GrpcWebHandler(session.CreateHandler()), HttpVersion = HttpVersion.Version11 });
        var person = new Client(channel);
        Assert.Equal((1, 2), Counts(await AnsweredAsync(_scene.Firm)));
        Assert.All((await AnsweredAsync(_scene.Firm)).Questions, q => Assert.True(q.Unread));

        Assert.Equal(1, await ReadAsync(_scene.Firm, first));
        Assert.Equal(1, await ReadAsync(_scene.Firm, first));
        Assert.Equal([(second, true), (first, false)], Unread(await AnsweredAsync(_scene.Firm)));
        Assert.Equal([(second, true), (first, true)], Unread(await AnsweredAsync(person)));
        Assert.Equal(2, (await AnsweredAsync(person)).UnreadCount);

        // what is answered later is not read
        await AnswerAsync(first, 2, "Nej");
        Assert.Equal([(first, true), (second, true), (first, false)], Unread(await AnsweredAsync(_scene.Firm)));
        Assert.Equal(1, await ReadAsync(person, first));
        Assert.Equal(0, await ReadAsync(person, second));
        Assert.Equal(2, (await OpenAsync(_scene.Firm)).UnreadCount);
    }

    [Fact]
    public async Task To_the_landlord_nothing_is_unread()
    {
        var number = await AcceptedAsync();
        await AskAsync(number, "Ska blandaren bytas?");
        await AnswerAsync(number, 1, "Ja");
        Assert.Equal((0, 0), Counts(await AnsweredAsync(_scene.Elsa)));
        Assert.Equal([(number, false)], Unread(await AnsweredAsync(_scene.Elsa)));
        Assert.Equal(0, await ReadAsync(_scene.Elsa, number));
        Assert.Equal(1, (await OpenAsync(_scene.Firm)).UnreadCount);
    }

    [Fact]
    public async Task What_was_read_stays_read_when_the_order_comes_back()
    {
        var number = await AcceptedAsync();
        await AskAsync(number, "Ska blandaren bytas?");
        await AnswerAsync(number, 1, "Ja");
        Assert.Equal(0, await ReadAsync(_scene.Firm, number));
        await ReassignAsync(number, RivalId);
        Assert.Equal(0, (await OpenAsync(_scene.Firm)).UnreadCount);
        await ReassignAsync(number, FirmId);
        Assert.Equal([(number, false)], Unread(await AnsweredAsync(_scene.Firm)));
    }

    [Fact]
    public async Task Answers_of_a_hidden_order_can_be_read_no_more_than_those_of_one_that_is_not()
    {
        var rivals = (await _scene.Elsa.RegisterWorkOrderAsync(GuideOrder(RivalId))).WorkOrder.Number;
        var hidden = await Refusal.OfAsync(_scene.Firm.MarkAnswersReadAsync(new() { Number = rivals }));
        hidden.Is(StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");
        (await Refusal.OfAsync(_scene.Firm.MarkAnswersReadAsync(new() { Number = rivals + 1 }))).Is(StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");
        (await Refusal.OfAsync(_scene.Elsa.MarkAnswersReadAsync(new() { Number = rivals + 1 }))).Is(StatusCode.NotFound, "WORK_ORDER_NOT_FOUND");
        await using var other = await StartAsync();
        Assert.Equal((await Refusal.OfAsync(other.Firm.MarkAnswersReadAsync(new() { Number = rivals }))).Bytes, hidden.Bytes);
    }

    [Theory]
    [InlineData(QuestionState.Open)]
    [InlineData(QuestionState.Answered)]
    public async Task Pages_make_the_whole_list_even_of_one_instant(QuestionState state)
    {
        var numbers = new[] { await AcceptedAsync(), await AcceptedAsync(), await AcceptedAsync() };
        // the clock stands still
        foreach (var id in new[] { 1, 2, 3 })
        {
            foreach (var number in numbers)
            {
                await _scene.Firm.AskQuestionAsync(new() { RequestId = NewId(), Number = number, Text = $"{number} {id}" });
                if (state is QuestionState.Answered)
                    await _scene.Elsa.AnswerQuestionAsync(new() { RequestId = NewId(), Number = number, QuestionId = id, Text = "Ja" });
            }
        }

        foreach (var client in new[] { _scene.Firm, _scene.Elsa })
        {
            List<ListedQuestion> all = [];
            var page = new ListQuestionsResponse();
            do
            {
                page = await client.ListQuestionsAsync(new() { State = state, PageSize = 2, PageToken = page.NextPageToken });
                Assert.InRange(page.Questions.Count, 1, 2);
                all.AddRange(page.Questions);
            }
            while (page.NextPageToken.Length > 0);
            var expected = from number in numbers from id in new[] { 1, 2, 3 } orderby number, id select $"{number} {id}";
            Assert.Equal(state is QuestionState.Open ? expected : expected.Reverse(), all.Select(q => q.Question.Text));
        }
    }

    [Fact]
    public async Task All_wrong_fields_are_told_at_once()
    {
        var refusal = await Refusal.OfAsync(_scene.Firm.ListQuestionsAsync(new() { PageSize = -1, PageToken = "x" }));
        Assert.Equal(["state", "page_size", "page_token"], refusal.Fields);
        var number = await AcceptedAsync();
        await AskAsync(number, "Ett?");
        await AskAsync(number, "Två?");
        var token = (await _scene.Firm.ListQuestionsAsync(new() { State = QuestionState.Open, PageSize = 1 })).NextPageToken;
        Assert.Equal(["page_token"], (await Refusal.OfAsync(_scene.Firm.ListQuestionsAsync(new() { State = QuestionState.Answered, PageToken = token }))).Fields);
    }

    [Fact]
    public async Task Questions_and_what_was_read_are_there_after_a_restart()
    {
        var number = await AcceptedAsync();
        await AskAsync(number, "Ett?");
        await AskAsync(number, "Två?");
        await AskAsync(number, "Tre?");
        await AnswerAsync(number, 1, "Ja");
        await ReadAsync(_scene.Firm, number);
        await AnswerAsync(number, 2, "Nej");
        var (open, answered) = (await OpenAsync(_scene.Firm), await AnsweredAsync(_scene.Firm));

        await _scene.Server.RestartAsync();
        Assert.Equal(open, await OpenAsync(_scene.Firm));
        Assert.Equal(answered, await AnsweredAsync(_scene.Firm));
        Assert.Equal([true, false], answered.Questions.Select(q => q.Unread));
    }

    [Fact]
    public async Task To_mark_as_read_waits_for_whoever_writes_and_is_refused_if_that_takes_too_long()
    {
        var number = await AcceptedAsync();
        await AskAsync(number, "Ska blandaren bytas?");
        await AnswerAsync(number, 1, "Ja");
        await using var other = new SqliteConnection($"Data Source={Path.Combine(_scene.Server.Folder, "workorders.db")};Pooling=False");
        await other.OpenAsync();

        Run("BEGIN IMMEDIATE");
        (await Refusal.OfAsync(_scene.Firm.MarkAnswersReadAsync(new() { Number = number }))).Is(StatusCode.Unavailable, "STORE_UNAVAILABLE");
        var marked = _scene.Firm.MarkAnswersReadAsync(new() { Number = number });
        // reading goes on meanwhile
        Assert.Equal(1, (await AnsweredAsync(_scene.Firm)).UnreadCount);
        Run("ROLLBACK");
        Assert.Equal(0, (await marked).UnreadCount);
        Assert.Equal(0, (await AnsweredAsync(_scene.Firm)).UnreadCount);

        void Run(string sql)
        {
            using var command = other.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    [Fact]
    public async Task What_many_read_at_once_is_read_by_each()
    {
        var number = await AcceptedAsync();
        for (var id = 1; id <= 3; id++)
        {
            await AskAsync(number, $"Fråga {id}");
            await AnswerAsync(number, id, "Ja");
        }
        var left = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReadAsync(_scene.Firm, number)));
        Assert.All(left, unread => Assert.Equal(0, unread));
    }

    private async Task<long> AcceptedAsync() => (await _scene.AcceptedAsync()).Number;

    private async Task AskAsync(long number, string text, Client? by = null)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        await (by ?? _scene.Firm).AskQuestionAsync(new() { RequestId = NewId(), Number = number, Text = text });
    }

    private async Task AnswerAsync(long number, int id, string text)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _scene.Elsa.AnswerQuestionAsync(new() { RequestId = NewId(), Number = number, QuestionId = id, Text = text });
    }

    private async Task ReassignAsync(long number, string contractor) => await _scene.Dispatch.ReassignWorkOrderAsync(
        new() { RequestId = NewId(), Number = number, ContractorId = contractor, Reason = "Hinner inte" });

    private static async Task<int> ReadAsync(Client client, long number) => (await client.MarkAnswersReadAsync(new() { Number = number })).UnreadCount;

    private static async Task<ListQuestionsResponse> OpenAsync(Client client) => await client.ListQuestionsAsync(new() { State = QuestionState.Open });

    private static async Task<ListQuestionsResponse> AnsweredAsync(Client client) =>
        await client.ListQuestionsAsync(new() { State = QuestionState.Answered });

    private static string[] Texts(ListQuestionsResponse list) => [.. list.Questions.Select(q => q.Question.Text)];

    private static (int Open, int Unread) Counts(ListQuestionsResponse list) => (list.OpenCount, list.UnreadCount);

    private static IEnumerable<(long, bool)> Unread(ListQuestionsResponse list) => list.Questions.Select(q => (q.WorkOrder.Number, q.Unread));
}
