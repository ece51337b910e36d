using WorkOrders.Board.Wall;

namespace WorkOrders.Board.Tests.Wall;

public sealed class ShiftTests
{
    [Fact]
    public void Within_half_an_hour_the_picture_has_stood_at_every_place() => Assert.Equal(
        Enumerable.Range(0, Shift.Places), Enumerable.Range(0, 30).Select(m => Shift.At(Given.Noon.AddMinutes(m))).Distinct().Order());

    [Fact]
    public void Every_place_but_the_middle_is_in_the_style_sheet() => Assert.All(
        Enumerable.Range(1, Shift.Places - 1),
        place => Assert.Contains($"[data-shift='{place}'] > :is(.head, .picture) {{ transform: translate(", File.ReadAllText(Source.File("wwwroot/wall.css")), StringComparison.Ordinal));
}
