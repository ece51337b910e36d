using System.Text.RegularExpressions;

namespace WorkOrders.Board.Tests.Shared;

public sealed partial class ColourTests
{
    private static readonly Dictionary<string, Colour> Colours = Property().Matches(File.ReadAllText(Source.File("wwwroot/board.css")))
        .ToDictionary(m => m.Groups[1].Value, m => Colour.Of(m.Groups[2].Value));

    private static readonly string[] States = ["ordered", "accepted", "completed", "ended", "overdue", "question"];

    // Machado, Oliveira and Fernandes (2009), severity 1; achromatopsia is not among the kinds, since there the shapes must do.
    private static readonly Dictionary<string, double[,]> Visions = new()
    {
        ["normal"] = new[,] { { 1d, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        ["protanopia"] = new[,] { { .152286, 1.052583, -.204868 }, { .114503, .786281, .099216 }, { -.003882, -.048116, 1.051998 } },
        ["deuteranopia"] = new[,] { { .367322, .860646, -.227968 }, { .280085, .672501, .047413 }, { -.011820, .042940, .968881 } },
        ["tritanopia"] = new[,] { { 1.255528, -.076749, -.178779 }, { -.078411, .930809, .147602 }, { .004733, .691367, .303900 } },
    };

    public static TheoryData<string> Kinds => [.. Visions.Keys];

    [Theory]
    [InlineData("text", "ground")]
    [InlineData("text-calm", "ground")]
    [InlineData("text-faint", "ground")]
    [InlineData("text", "raised")]
    [InlineData("text", "glow")]
    [InlineData("text-calm", "glow")]
    [InlineData("ground", "alarm")]
    public void Text_has_a_contrast_of_seven_to_one(string text, string behind) =>
        Assert.True(Colour.Contrast(Colours[text], Colours[behind]) >= 7, $"{Colour.Contrast(Colours[text], Colours[behind]):0.00}");

    [Fact]
    public void Shapes_have_a_contrast_of_five_to_one() =>
        Assert.All(States, s => Assert.True(Colour.Contrast(Colours[s], Colours["ground"]) >= 5, s));

    [Theory, MemberData(nameof(Kinds))]
    public void States_are_told_apart_by_every_kind_of_eye(string vision)
    {
        var seen = States.Select(s => (Name: s, Colour: Colours[s].Through(Visions[vision]))).ToList();

        foreach (var (one, other) in seen.SelectMany((a, i) => seen.Skip(i + 1).Select(b => (a, b))))
        {
            var distance = Colour.Distance(one.Colour, other.Colour);
            Assert.True(distance >= 20.5, $"{one.Name} and {other.Name}: {distance:0.0}");
        }
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9A-Fa-f]{6});")]
    private static partial Regex Property();
}
