using System.Text.RegularExpressions;

namespace WorkOrders.Board.Tests.Shared;

public sealed partial class ColourTests
{
    private static readonly Dictionary<string, Dictionary<string, Colour>> Themes = new()
    {
        ["wall"] = Plain().Matches(Css("board")).ToDictionary(m => m.Groups["name"].Value, m => Colour.Of(m.Groups["colour"].Value)),
        ["light"] = Pair().Matches(Css("portal")).ToDictionary(m => m.Groups["name"].Value, m => Colour.Of(m.Groups["light"].Value)),
        ["dark"] = Pair().Matches(Css("portal")).ToDictionary(m => m.Groups["name"].Value, m => Colour.Of(m.Groups["dark"].Value)),
    };

    private static readonly string[] States = ["ordered", "accepted", "completed", "ended", "overdue", "question"];

    // Machado, Oliveira and Fernandes (2009), severity 1; achromatopsia is not among the kinds, since there the shapes must do.
    private static readonly Dictionary<string, double[,]> Visions = new()
    {
        ["normal"] = new[,] { { 1d, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        ["protanopia"] = new[,] { { .152286, 1.052583, -.204868 }, { .114503, .786281, .099216 }, { -.003882, -.048116, 1.051998 } },
        ["deuteranopia"] = new[,] { { .367322, .860646, -.227968 }, { .280085, .672501, .047413 }, { -.011820, .042940, .968881 } },
        ["tritanopia"] = new[,] { { 1.255528, -.076749, -.178779 }, { -.078411, .930809, .147602 }, { .004733, .691367, .303900 } },
    };

    public static TheoryData<string, string> Kinds()
    {
        var kinds = new TheoryData<string, string>();
        foreach (var (theme, vision) in Themes.Keys.SelectMany(theme => Visions.Keys.Select(vision => (theme, vision))))
            kinds.Add(theme, vision);
        return kinds;
    }

    [Theory]
    [InlineData("text", "ground")]
    [InlineData("text-calm", "ground")]
    [InlineData("text-faint", "ground")]
    [InlineData("text", "raised")]
    [InlineData("text", "glow")]
    [InlineData("text-calm", "glow")]
    [InlineData("ground", "alarm")]
    public void On_the_wall_text_has_a_contrast_of_seven_to_one(string text, string behind) => HasContrast(7, "wall", text, behind);

    [Theory]
    [InlineData("text")]
    [InlineData("text-calm")]
    [InlineData("action")]
    [InlineData("danger")]
    public void In_the_portal_text_has_a_contrast_of_four_and_a_half_to_one_on_every_ground(string text) =>
        Assert.All(["light", "dark"], theme => Assert.All(["ground", "raised", "sunken", "notice", "fine", "glow"], behind =>
        {
            // links and warnings stand on no coloured ground but that of a mark
            if (text is "text" or "text-calm" || behind is "ground" or "raised" or "glow") HasContrast(4.5, theme, text, behind);
        }));

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Buttons_are_read_and_fields_are_seen(string theme)
    {
        HasContrast(4.5, theme, "on-action", "action");
        HasContrast(4.5, theme, "ground", "question");
        HasContrast(3, theme, "edge", "ground");
        HasContrast(3, theme, "edge", "raised");
    }

    [Theory]
    [InlineData("wall", 5)]
    [InlineData("dark", 4.5)]
    [InlineData("light", 4.5)]
    public void Shapes_are_seen(string theme, double contrast) => Assert.All(States, state => HasContrast(contrast, theme, state, "ground"));

    [Theory, MemberData(nameof(Kinds))]
    public void States_are_told_apart_by_every_kind_of_eye(string theme, string vision)
    {
        var seen = States.Select(s => (Name: s, Colour: Themes[theme][s].Through(Visions[vision]))).ToList();

        foreach (var (one, other) in seen.SelectMany((a, i) => seen.Skip(i + 1).Select(b => (a, b))))
        {
            var distance = Colour.Distance(one.Colour, other.Colour);
            Assert.True(distance >= 20.5, $"{one.Name} and {other.Name}: {distance:0.0}");
        }
    }

    private static void HasContrast(double least, string theme, string front, string behind)
    {
        var contrast = Colour.Contrast(Themes[theme][front], Themes[theme][behind]);
        Assert.True(contrast >= least, $"{front} on {behind}, {theme}: {contrast:0.00}");
    }

    private static string Css(string name) => File.ReadAllText(Source.File($"wwwroot/{name}.css"));

    [GeneratedRegex("--(?<name>[a-z-]+): (?<colour>#[0-9A-Fa-f]{6});")]
    private static partial Regex Plain();

    [GeneratedRegex(@"--(?<name>[a-z-]+): light-dark\((?<light>#[0-9A-Fa-f]{6}), (?<dark>#[0-9A-Fa-f]{6})\);")]
    private static partial Regex Pair();
}
