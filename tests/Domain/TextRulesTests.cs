namespace WorkOrders.Domain.Tests;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" \t\r\n")]
    [InlineData("\u00A0\u2003\u3000")]
    [InlineData("\u200B\u200D\uFEFF\u2060")]
    public void What_nobody_can_see_is_no_reason(string? text)
    {
        Assert.Equal(ViolationKind.Required, TextRules.Check(text, required: true));
        Assert.Null(TextRules.Check(text));
    }

    [Fact]
    public void A_free_text_has_at_most_4000_characters()
    {
        Assert.Null(TextRules.Check(new string('å', 4_000), required: true));
        Assert.Equal(ViolationKind.TooLong, TextRules.Check(new string('å', 4_001)));
        Assert.Equal(ViolationKind.TooLong, TextRules.Check(new string(' ', 4_001)));
        Assert.Equal(ViolationKind.TooLong, TextRules.Check("abc", maxLength: 2));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\u001B[2J")]
    [InlineData("bell\a")]
    [InlineData("\u007F")]
    [InlineData("\u009B31m")]
    public void Characters_that_cut_texts_or_steer_terminals_are_refused(string text) =>
        Assert.Equal(ViolationKind.ControlCharacter, TextRules.Check("text " + text));

    [Theory]
    [InlineData(new[] { 'a', '\uD83D' })]
    [InlineData(new[] { '\uDE00', 'a' })]
    [InlineData(new[] { '\uDE00', '\uD83D' })]
    [InlineData(new[] { '\uD83D', 'a', '\uDE00' })]
    public void Half_characters_are_refused(char[] text) =>
        Assert.Equal(ViolationKind.LoneSurrogate, TextRules.Check("x" + new string(text)));

    [Fact]
    public void Characters_that_override_the_direction_are_refused_and_their_neighbours_are_not()
    {
        int[] overriding = [0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069];
        int[] harmless = [0x200E, 0x200F, 0x061C, 0x2029, 0x202F, 0x2065, 0x206A];

        Assert.All(overriding, c => Assert.Equal(ViolationKind.BidiOverride, TextRules.Check($"a{(char)c}b")));
        Assert.All(harmless, c => Assert.Null(TextRules.Check($"a{(char)c}b")));
    }

    [Theory]
    [InlineData("Två rader\r\noch\ttabb")]
    [InlineData("A\u030Ake bytte pa\u030A ko\u0308ksba\u0308nken")] // å, ä, ö decomposed, as a Mac writes file names
    [InlineData("שלום مرحبا")]
    [InlineData("👩‍👩‍👧 🔧")]
    [InlineData("<script>{{1+1}}</script>")]
    public void What_people_write_stays_as_it_is(string text) => Assert.Null(TextRules.Check(text, required: true));
}
