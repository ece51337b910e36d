namespace WorkOrders.Cli.Tests;

public sealed class ColourTests
{
    private const string Colour = "\u001b[38;";

    [Fact]
    public async Task A_person_sees_colours_unless_they_are_switched_off()
    {
        await using var terminal = await Terminal.OpenAsync();

        Assert.Contains(Colour, (await terminal.OnScreenAsync([], "list")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Colour, (await terminal.OnScreenAsync([], "list --no-color")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Colour, (await terminal.OnScreenAsync(new() { ["NO_COLOR"] = "1" }, "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_that_nobody_looks_at_has_no_colours()
    {
        await using var terminal = await Terminal.OpenAsync();

        foreach (var command in new[] { "list", "matrix", "whoami", "show" })
            Assert.DoesNotContain('\u001b', (await terminal.AoAsync(command == "show" ? ["show", "2376"] : [command])).Output);
    }
}
