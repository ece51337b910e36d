using WorkOrders.Board.Portal.Keeping;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Keeping;

public sealed class KeepableTests
{
    [Fact]
    public void Nothing_that_changes_something_is_answered_from_what_is_kept()
    {
        object[] commands = [new AcceptWorkOrderRequest(), new AddNoteRequest(), new AskQuestionRequest(), new CompleteWorkOrderRequest()];

        Assert.All(commands, c => Assert.False(Keepable.Is(c)));
    }

    [Fact]
    public void Only_first_pages_are_kept()
    {
        Assert.True(Keepable.Is(new ListWorkOrdersRequest()));
        Assert.False(Keepable.Is(new ListWorkOrdersRequest { PageToken = "next" }));
        Assert.False(Keepable.Is(new ListWorkOrderLogRequest { Number = 2375, PageToken = "next" }));
    }

    [Fact]
    public void An_answer_names_every_order_that_goes_with_it()
    {
        var list = new ListWorkOrdersResponse { WorkOrders = { new WorkOrder { Number = 2375 }, new WorkOrder { Number = 2376 } } };

        Assert.Equal([2375, 2376], Keepable.NumbersIn(new ListWorkOrdersRequest(), list));
        Assert.Equal([2377], Keepable.NumbersIn(new ListWorkOrderLogRequest { Number = 2377 }, new ListWorkOrderLogResponse()));
        Assert.Empty(Keepable.NumbersIn(new GetStatusMatrixRequest(), new GetStatusMatrixResponse()));
    }

    [Fact]
    public void Different_questions_are_kept_apart()
    {
        Assert.NotEqual(Keepable.KeyOf(new GetWorkOrderRequest { Number = 1 }), Keepable.KeyOf(new GetWorkOrderRequest { Number = 2 }));
        Assert.NotEqual(Keepable.KeyOf(new GetWorkOrderRequest { Number = 1 }), Keepable.KeyOf(new ListWorkOrderLogRequest { Number = 1 }));
    }
}
