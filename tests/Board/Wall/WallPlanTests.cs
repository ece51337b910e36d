using WorkOrders.Board.Wall;

namespace WorkOrders.Board.Tests.Wall;

public sealed class WallPlanTests
{
    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(5, 5, 5, 0)]
    [InlineData(6, 6, 4, 2)]
    [InlineData(30, 5_000, 4, 4_996)]
    [InlineData(3, 5_000, 3, 4_997)] // drained, until the snapshot has come
    public void A_list_is_cut_to_its_rows_and_says_how_many_more_there_are(int known, int total, int shown, int more)
    {
        var (rows, rest) = WallPlan.Cut([.. Enumerable.Range(0, known)], total, rows: 5);

        Assert.Equal(Enumerable.Range(0, shown), rows);
        Assert.Equal(more, rest);
        Assert.True(rows.Count + (rest > 0 ? 1 : 0) <= 5);
    }

    [Fact]
    public void All_rows_fit_below_the_header_of_a_wall()
    {
        // rows of 44 pixels at 1920×1080, below 72 of header and with at least 100 for margins and the lines between panels
        const int room = (1080 - 72 - 100) / 44;

        var left = WallPlan.Rows(WaitingKind.OpenQuestion) + WallPlan.Rows(WaitingKind.Declined) + WallPlan.Rows(WaitingKind.Overdue);
        var right = WallPlan.Rows(WaitingKind.NotAccepted) + 1 + WallPlan.Events;
        var bottom = 1 + Math.Max(7, WallPlan.Contractors);

        Assert.True(Math.Max(left, right) + bottom <= room, $"{Math.Max(left, right) + bottom} rows in a room for {room}");
    }
}
