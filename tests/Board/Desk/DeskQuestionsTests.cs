using Google.Protobuf.WellKnownTypes;
using WorkOrders.Board.Desk;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Desk;

public sealed class DeskQuestionsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<QuestionKey> Nothing = [];

    [Fact]
    public void The_one_that_waits_longest_is_on_top() =>
        Assert.Equal([3, 1, 2], Numbers(Now([Asked(3, 0), Asked(1, 5), Asked(2, 9)])));

    [Fact]
    public void While_somebody_writes_twenty_more_come_below_and_nothing_moves()
    {
        var desk = Now([Asked(1, 10), Asked(2, 20), Asked(3, 30)]);

        var crowded = desk.Now([Asked(1, 10), Asked(2, 20), Asked(3, 30), .. Enumerable.Range(40, 20).Select(n => Asked(n, n))], 2, Key(2), Nothing);

        Assert.Equal([1, 2, 3, .. Enumerable.Range(40, 20).Select(n => (long)n)], Numbers(crowded));
    }

    [Fact]
    public void Even_what_has_waited_longer_comes_below_what_is_being_written_and_to_its_place_afterwards()
    {
        var desk = Now([Asked(5, 50), Asked(6, 60)]);

        // somebody goes away whose questions are older
        desk = desk.Now([Asked(1, 10), Asked(5, 50), Asked(6, 60)], 2, Key(5), Nothing);
        Assert.Equal([5, 1, 6], Numbers(desk));
        Assert.Equal([1, 5, 6], Numbers(desk.Now([Asked(1, 10), Asked(5, 50), Asked(6, 60)], 3, null, Nothing)));
    }

    [Fact]
    public void What_others_answer_above_stays_as_gone_until_one_has_done_with_writing()
    {
        var desk = Now([Asked(1, 10), Asked(2, 20), Asked(3, 30)]);

        desk = desk.Now([Asked(2, 20)], 2, Key(2), Nothing);
        Assert.Equal([(1, true), (2, false)], desk.Items.Select(i => (i.Key.Number, i.IsGone)));

        Assert.Equal([2], Numbers(desk.Now([Asked(2, 20)], 2, null, Nothing)));
    }

    [Fact]
    public void The_one_that_is_being_answered_stays_though_somebody_else_was_faster()
    {
        var desk = Now([Asked(1, 10), Asked(2, 20)]).Now([Asked(2, 20)], 2, Key(1), Nothing);

        Assert.Equal([(1, true), (2, false)], desk.Items.Select(i => (i.Key.Number, i.IsGone)));
    }

    [Fact]
    public void A_half_written_answer_stays_wherever_the_caret_is_until_it_is_thrown_away()
    {
        var desk = Now([Asked(1, 10), Asked(2, 20), Asked(3, 30)]).Now([Asked(1, 10), Asked(3, 30)], 2, Key(1), new HashSet<QuestionKey> { Key(2) });
        Assert.Equal([(1, false), (2, true), (3, false)], desk.Items.Select(i => (i.Key.Number, i.IsGone)));

        desk = desk.Now([Asked(1, 10), Asked(3, 30)], 3, null, new HashSet<QuestionKey> { Key(2) });
        Assert.Equal([1, 2, 3], Numbers(desk));
        Assert.Equal([1, 3], Numbers(desk.Without(Key(2))));
    }

    [Fact]
    public void What_was_answered_here_does_not_come_back_with_an_older_list()
    {
        var desk = Now([Asked(1, 10), Asked(2, 20)]).Answered(Key(1), 7);
        Assert.Equal([2], Numbers(desk));

        Assert.Equal([2], Numbers(desk.Now([Asked(1, 10), Asked(2, 20)], 6, null, Nothing)));
        Assert.Equal([1, 2], Numbers(desk.Now([Asked(1, 10), Asked(2, 20)], 7, null, Nothing)));
    }

    [Fact]
    public void One_goes_on_with_the_next_or_else_with_the_one_before()
    {
        var desk = Now([Asked(1, 10), Asked(2, 20)]);

        Assert.Equal(Key(2), desk.After(Key(1)));
        Assert.Equal(Key(1), desk.After(Key(2)));
        Assert.Null(Now([Asked(1, 10)]).After(Key(1)));
    }

    [Fact]
    public void Several_questions_of_one_order_and_instant_stand_as_they_were_asked() => Assert.Equal(
        [(1, 1), (1, 2), (2, 1)],
        Now([Asked(2, 10), Asked(1, 10, 2), Asked(1, 10)]).Items.Select(i => (i.Key.Number, i.Key.QuestionId)));

    private static DeskQuestions Now(IEnumerable<ListedQuestion> listed) => DeskQuestions.None.Now(listed, 1, null, Nothing);

    private static ListedQuestion Asked(long number, int minute, int id = 1) => new()
    {
        WorkOrder = new() { Number = number },
        Question = new() { QuestionId = id, Text = "Ska blandaren bytas?", AskedAt = Timestamp.FromDateTimeOffset(Noon.AddMinutes(minute)) },
    };

    private static QuestionKey Key(long number) => new(number, 1);

    private static IEnumerable<long> Numbers(DeskQuestions desk) => desk.Items.Select(i => i.Key.Number);
}
