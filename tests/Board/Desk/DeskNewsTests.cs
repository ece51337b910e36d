using WorkOrders.Board.Desk;
using WorkOrders.Board.Shared;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Desk;

public sealed class DeskNewsTests
{
    private readonly Words _words = new();
    private readonly DeskNews _news = new();

    public DeskNewsTests() => _words.Speak(Language.Swedish);

    [Fact]
    public void What_is_there_from_the_beginning_is_no_news()
    {
        Assert.True(_news.IsSilent);
        Assert.Null(_news.Take(Desk([1, 2], [3]), _words));
        Assert.False(_news.HasQuestion || _news.IsSilent);
    }

    [Fact]
    public void A_question_is_told_of_once_with_its_order_and_who_asks()
    {
        _news.Take(Desk([], []), _words);

        Assert.Equal("Ny fråga på arbetsorder 7 från Testfirma AB", _news.Take(Desk([7], []), _words));
        Assert.True(_news.HasQuestion);
        Assert.Null(_news.Take(Desk([7], []), _words));
        Assert.False(_news.HasQuestion);
    }

    [Fact]
    public void Many_at_once_are_told_in_one_breath()
    {
        _news.Take(Desk([1], []), _words);

        Assert.Equal("20 nya frågor", _news.Take(Desk([1, .. Enumerable.Range(2, 20).Select(n => (long)n)], [9]), _words));
    }

    [Fact]
    public void Messages_are_told_of_where_no_question_has_come()
    {
        _news.Take(Desk([1], []), _words);

        Assert.Equal("Nytt meddelande på arbetsorder 4 från Testfirma AB", _news.Take(Desk([1], [4]), _words));
        Assert.False(_news.HasQuestion);
    }

    [Fact]
    public void One_that_comes_back_is_none() // a deputy's, when the orderer goes away again
    {
        _news.Take(Desk([1], []), _words);
        _news.Take(Desk([], []), _words);

        Assert.Null(_news.Take(Desk([1], []), _words));
    }

    private static GetDeskResponse Desk(long[] questions, long[] messages) => new()
    {
        Questions =
        {
            questions.Select(n => new ListedQuestion
            {
                WorkOrder = new() { Number = n },
                Question = new() { QuestionId = 1, AskedBy = new() { DisplayName = "Testfirma AB" } },
            }),
        },
        Messages = { messages.Select(n => new Message { Id = new() { Number = n, OrderVersion = 3 }, SentBy = new() { DisplayName = "Testfirma AB" } }) },
    };
}
