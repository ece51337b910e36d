using System.Net;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Wall;
using WorkOrders.Board.Wall.Groups;
using WorkOrders.V1;
using static WorkOrders.Board.Tests.Wall.Given;

namespace WorkOrders.Board.Tests.Wall.Groups;

/// <summary>The tiles as markup, without a browser.</summary>
public sealed class GroupTilesTests
{
    [Theory]
    [InlineData(6, 100, 6, "")]
    [InlineData(9, 100, 9, "")]
    [InlineData(40, 100, 8, "+")] // eight tiles, and one for all others
    [InlineData(40, 200, 1, "+")]
    public async Task Those_for_whom_there_is_no_room_share_the_last_tile(int groups, int scale, int tiles, string rest)
    {
        var html = await TilesAsync(groups, scale);

        Assert.Equal(tiles, html.Split("class=\"panel tile\"").Length - 1);
        Assert.Equal(rest.Length > 0, html.Contains("Övriga", StringComparison.Ordinal));
        var named = html.Split("Firma ").Length - 1;
        // each tile names its contractor twice: for the eye and for the ear
        var told = tiles + (named - 2 * tiles);
        if (rest.Length > 0) Assert.Contains($"+{groups - told} till", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_has_a_shape_and_a_word_and_what_somebody_wrote_is_text()
    {
        var html = await TilesAsync(1, 100, "<script>alert(1)</script>");

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.All(new[] { "Försenade", "Frågor", "Avslagna", "Ej accepterade" }, word => Assert.Contains(word, html, StringComparison.Ordinal));
        Assert.Equal(4 + 1, html.Split("<svg").Length - 1);
    }

    [Fact]
    public async Task Nothing_that_waits_is_said() => Assert.Contains("Inget väntar just nu", await TilesAsync(0, 100), StringComparison.Ordinal);

    private static async Task<string> TilesAsync(int groups, int scale, string street = "Torögatan 51")
    {
        var snapshot = Snapshot();
        snapshot.ContractorGroups.AddRange(Enumerable.Range(1, groups).Select(n => new WallGroup
        {
            Key = $"{n}", Name = $"Firma {n}", Total = 1, NotAccepted = 1, Worst = { Order(n, with: o => o.Street = street) },
        }));
        var state = BoardState.Of(snapshot, WallGrouping.Contractor);
        var html = await WallPageTests.Render<GroupTiles>(Language.Swedish, new()
        {
            ["Groups"] = state.Groupings[WallGrouping.Contractor], ["Plan"] = new WallPlan(scale), ["State"] = state, ["Now"] = Noon, ["Recent"] = new Recent(TimeProvider.System),
        });
        // only what is told apart from markup
        return WebUtility.HtmlDecode(html.Replace("&lt;", "‹", StringComparison.Ordinal));
    }
}
