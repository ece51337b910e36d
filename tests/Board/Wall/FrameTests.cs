using System.Text.Json;
using WorkOrders.Board.Live;
using WorkOrders.Board.Wall;
using WorkOrders.V1;
using static WorkOrders.Board.Tests.Wall.Given;

namespace WorkOrders.Board.Tests.Wall;

/// <summary>What a server says that is newer than the page.</summary>
public sealed class FrameTests
{
    [Fact]
    public void A_frame_of_a_kind_that_the_page_does_not_know_changes_nothing()
    {
        var board = Showing(Order(7));

        Assert.Equal(board, board.Apply(Read("""{"weather":{"degrees":"7"}}""")));
    }

    [Fact]
    public void An_event_of_a_kind_a_status_and_a_type_of_the_future_is_counted_in_the_total()
    {
        var frame = Read("""
            {"events":{"items":[{"scope":"SCOPE_CHANGE_ENTERED","event":{"revision":"101","number":"8","orderVersion":1,"eventId":"x",
              "commitTime":"2026-11-23T11:00:00Z","newStatus":"WORK_ORDER_STATUS_ORDERED","outsourced":{"to":"the moon"},
              "summary":{"number":"8","version":1,"status":"WORK_ORDER_STATUS_ORDERED","type":99,"smell":"none","orderedAt":"2026-11-23T11:00:00Z"}}}]}}
            """);

        var board = Showing(Order(7)).Apply(frame);

        Assert.Equal(2, board.Matrix.Total(WorkOrderStatus.Ordered).Count);
        Assert.Equal("Event.None", EventWords.Key(board.Newest[0]));
    }

    private static WatchWorkOrdersResponse Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return HubLine.Read(document.RootElement);
    }
}
