using Google.Protobuf.WellKnownTypes;
using WorkOrders.Board.Wall;
using WorkOrders.V1;
using static WorkOrders.Board.Tests.Wall.Given;
using static WorkOrders.V1.WorkOrderStatus;

namespace WorkOrders.Board.Tests.Wall;

/// <summary>A wall counts what is done until it is invoiced, however long ago that was: the 30 days are a contractor's.</summary>
public sealed class CompletedCountTests
{
    private static WorkOrderSummary Done(int daysAgo) =>
        Order(7, Completed, o => o.CompletedAt = Timestamp.FromDateTimeOffset(Noon.AddDays(-daysAgo)));

    [Fact]
    public void An_invoiced_order_is_taken_off_the_completed_ones()
    {
        var board = Showing(Order(8, Completed), Done(90)).Apply(Frame(101, Event(Done(90), o => o.Status = Invoiced, e => e.Invoiced = new())));

        Assert.Equal(1, board.Matrix.Total(Completed).Count);
        Assert.Equal(1, board.Matrix.Total(Invoiced).Count);
        Assert.False(board.WantsSnapshot);
    }

    [Fact]
    public void A_note_on_an_order_done_long_ago_changes_no_count()
    {
        var board = Showing(Done(90)).Apply(Frame(101, Event(Done(90), _ => { }, e => e.NoteAdded = new())));

        Assert.Equal(1, board.Matrix.Total(Completed).Count);
        Assert.False(board.WantsSnapshot);
    }

    [Fact]
    public void A_count_below_nothing_asks_for_a_snapshot_and_shows_nought()
    {
        var board = Showing().Apply(Frame(101, Event(Order(7, Accepted), o => { o.Status = Completed; o.CompletedAt = Timestamp.FromDateTimeOffset(Noon); }, e => e.Completed = new())));

        Assert.True(board.WantsSnapshot);
        Assert.Equal("0", Board.Shared.Numbers.Count(board.Matrix.Total(Accepted).Count));
    }
}
