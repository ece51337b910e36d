using System.Text.RegularExpressions;
using WorkOrders.Board.Wall;

namespace WorkOrders.Board.Tests.Wall;

public sealed partial class WallPlanTests
{
    private const double Row = 1.375;

    public static TheoryData<int> Scales() => [75, 80, 90, 99, 100, 101, 110, 125, 140, 150, 175, 199, 200];

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
        var plan = WallPlan.Plain;

        var left = plan.Rows(WaitingKind.OpenQuestion) + plan.Rows(WaitingKind.Declined) + plan.Rows(WaitingKind.Overdue);
        var right = plan.Rows(WaitingKind.NotAccepted) + 1 + plan.Events;
        var bottom = 1 + Math.Max(7, WallPlan.Contractors);

        Assert.True(Math.Max(left, right) + bottom <= room, $"{Math.Max(left, right) + bottom} rows in a room for {room}");
    }

    [Theory, MemberData(nameof(Scales))]
    public void At_every_scale_the_rows_of_all_layouts_fit_and_there_are_at_least_two(int scale)
    {
        var plan = new WallPlan(scale);
        var height = 33.75 * 100 / scale - (plan.IsClose ? 3.1 : 3.9);
        var kinds = WaitingRules.WorstFirst.ToDictionary(k => k, plan.Rows);
        Assert.All(kinds.Values, rows => Assert.InRange(rows, 2, WallPlan.MostRows));

        var attention = plan.IsClose
            ? 2 * (.3125 + Math.Max(2.4, 300.0 / scale) + kinds[WaitingKind.OpenQuestion] * Row) + .6
            : Math.Max(
                kinds[WaitingKind.OpenQuestion] + kinds[WaitingKind.Declined] + kinds[WaitingKind.Overdue],
                kinds[WaitingKind.NotAccepted] + 1 + plan.Events) * Row + 8 * Row + 4 * .3125 + 2 * .7;
        Assert.True(attention <= height, $"{attention} rem in {height}");

        foreach (var groups in new[] { 0, 1, 2, 3, 6, 7, 14, 16, 17, 200 })
        {
            var tiles = plan.Tiles(groups);
            var tile = (height - (tiles.Rows - 1) * .6) / tiles.Rows;
            Assert.InRange(tiles.Columns, 1, 4);
            Assert.InRange(tiles.Columns * tiles.Rows, 1, WorkOrders.Board.Wall.Groups.GroupsOfOrders.WithCards);
            Assert.InRange(tiles.Orders, 2, 16);
            Assert.True(.3125 + 3 + 2 * Row + tiles.Orders * Row <= tile, $"{groups} groups: {tiles} in {tile} rem");
            Assert.True(.3125 + Row + tiles.Others * Row <= tile, $"{groups} groups: the others in {tile} rem");
        }
    }

    [Theory]
    [InlineData(100, 6, 3, 2)]
    [InlineData(100, 2, 2, 1)]
    [InlineData(100, 14, 3, 3)]
    [InlineData(75, 14, 4, 4)]
    [InlineData(150, 6, 2, 2)]
    public void There_are_no_more_rows_of_tiles_than_it_takes(int scale, int groups, int columns, int rows)
    {
        var tiles = new WallPlan(scale).Tiles(groups);
        Assert.Equal((columns, rows), (tiles.Columns, tiles.Rows));
    }

    [Fact]
    public void The_style_sheet_counts_in_what_the_plan_counts_in()
    {
        var css = File.ReadAllText(Source.File("wwwroot/wall.css"));
        Assert.Contains("html { --unit: min(100vw / 60, 100vh / 33.75); font-size: calc(var(--unit) * var(--scale, 1)); }", css, StringComparison.Ordinal);
        Assert.Matches(Rows(), css);
    }

    [GeneratedRegex(@"min-aspect-ratio: 13/10\) \{\s+/\*[^*]+\*/\s+html \{[^}]+\}\s+body \{[^}]+\}\s+\.wall \{ --row: 1\.375rem;")]
    private static partial Regex Rows();
}
