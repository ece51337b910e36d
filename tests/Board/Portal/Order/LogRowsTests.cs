using Google.Protobuf.WellKnownTypes;
using WorkOrders.Board.Portal.Order;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Order;

public sealed class LogRowsTests
{
    [Fact]
    public void What_was_there_when_the_page_opened_is_not_news()
    {
        var log = LogRows.None.Now(Page(3, 2, 1));

        Assert.Equal(["3", "2", "1"], Texts(log));
        Assert.DoesNotContain(log.Rows, r => r.IsFresh);
        Assert.Equal(0, log.Since(LogRows.None));
    }

    [Fact]
    public void What_has_come_since_lies_on_top_and_the_rows_below_stay_themselves()
    {
        var before = LogRows.None.Now(Page(2, 1));
        var after = before.Now(Page(4, 3, 2, 1));

        Assert.Equal(["4", "3", "2", "1"], Texts(after));
        Assert.Equal(2, after.Since(before));
        Assert.Equal([true, true, false, false], after.Rows.Select(r => r.IsFresh));
        Assert.Equal(before.Rows.Select(r => r.Id), after.Rows.Skip(2).Select(r => r.Id));
        Assert.Equal(4, after.Rows.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void The_same_page_again_changes_nothing()
    {
        var before = LogRows.None.Now(Page(2, 1));

        Assert.Equal(before.Rows, before.Now(Page(2, 1)).Rows);
    }

    [Fact]
    public void Older_pages_stay_when_something_new_comes_on_top()
    {
        var log = LogRows.None.Now(Page("next", 6, 5, 4)).Older(Page("", 3, 2, 1)).Now(Page("next", 7, 6, 5));

        Assert.Equal(["7", "6", "5", "4", "3", "2", "1"], Texts(log));
        Assert.Equal("", log.NextPageToken);
        Assert.Equal(7, log.Rows.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void When_more_has_come_than_a_page_holds_it_begins_anew_and_leaves_no_gap()
    {
        var log = LogRows.None.Now(Page("a", 3, 2, 1)).Now(Page("b", 9, 8, 7));

        Assert.Equal(["9", "8", "7"], Texts(log));
        Assert.Equal("b", log.NextPageToken);
    }

    [Fact]
    public void An_order_that_came_back_shows_only_what_its_reader_may_see_now() =>
        Assert.Equal(["4"], Texts(LogRows.None.Now(Page(3, 2, 1)).Now(Page(4))));

    [Fact]
    public void Two_rows_that_say_the_same_are_two_rows()
    {
        var before = LogRows.None.Now(Page(1));
        var after = before.Now(Page(1, 1));

        Assert.Equal(2, after.Rows.Count);
        Assert.Equal(1, after.Since(before));
    }

    private static IEnumerable<string> Texts(LogRows log) => log.Rows.Select(r => r.Entry.Text);

    private static ListWorkOrderLogResponse Page(params int[] rows) => Page("", rows);

    private static ListWorkOrderLogResponse Page(string next, params int[] rows) => new()
    {
        Entries = { rows.Select(r => new LogEntry { Text = $"{r}", AddedAt = new Timestamp { Seconds = r } }) },
        NextPageToken = next,
    };
}
