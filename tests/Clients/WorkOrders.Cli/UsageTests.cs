namespace WorkOrders.Cli.Tests;

/// <summary>What doesn't fit is told without asking any server.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("accept two", "'two' is no work order number")]
    [InlineData("accept", "Required argument missing")]
    [InlineData("accept -5", "-5")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("decline 2375", "--reason")]
    [InlineData("note 2375", "--phrase")]
    [InlineData("edit 2375", "--planned-for")]
    [InlineData("edit 2375 --planned-for tomorrow", "'tomorrow' is no day")]
    [InlineData("list --status broken", "Allowed: registered (registrerad)")]
    [InlineData("list --page-size 1000", "--page-size takes 1 to 200")]
    [InlineData("questions --page-size 0", "--page-size takes 1 to 200")]
    [InlineData("demo --orders -1", "--orders takes 0 to 10000")]
    [InlineData("list --retry-for -1", "--retry-for takes 0 to 3600")]
    [InlineData("place 2375 --contractor testfirma", "'testfirma' is no contractor")]
    [InlineData("watch --from-start --after 5", "exclude each other")]
    [InlineData("list --lang de", "'de'")]
    [InlineData("sign-in --client-id x --address localhost:5081", "is no address")]
    [InlineData("demo --pace fast", "'fast' is no pace")]
    [InlineData("message 2375 hej --request-id 17", "'17' is no request id")]
    public async Task A_line_that_does_not_fit_is_told_what_would(string line, string says)
    {
        var (exitCode, error) = await RunAsync(line.Split(' '));

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_phrase_lists_those_that_are_allowed()
    {
        await using var terminal = await Terminal.OpenAsync();

        var unknown = await terminal.AoAsync("note", "2375", "--phrase", "Katten är snäll");

        Assert.Equal(ExitCode.Usage, unknown.ExitCode);
        Assert.Contains("Husdjur lös i lägenheten, går inte in", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_needs_an_open_question()
    {
        await using var terminal = await Terminal.OpenAsync();

        var answered = await terminal.AoAsync("answer", "2375", "Ja", "--as", "elsa");

        Assert.Equal(ExitCode.Usage, answered.ExitCode);
        Assert.Contains("ingen öppen fråga", answered.Error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Error)> RunAsync(string[] line)
    {
        var before = Console.Error;
        await using var error = new StringWriter();
        Console.SetError(error);
        try
        {
            return (await Ao.RunAsync(line), error.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }
}
