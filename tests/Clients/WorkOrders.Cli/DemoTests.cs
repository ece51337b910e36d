using WorkOrders.Cli.Demo;

namespace WorkOrders.Cli.Tests;

public sealed class DemoTests
{
    [Fact]
    public async Task A_day_at_full_speed_ends_with_a_clean_account()
    {
        await using var terminal = await Terminal.OpenAsync(signedIn: false);

        var day = await terminal.AoAsync("demo", "--address", terminal.Address, "--pace", "max", "--orders", "30");

        Assert.Contains(" 0 missing, 0 doubled", day.Output, StringComparison.Ordinal);
        Assert.Contains("2376: guidens fem rader, exakt.", day.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (day.ExitCode, day.Error));
    }

    [Fact]
    public async Task A_day_goes_on_through_restarts_of_the_server()
    {
        await using var terminal = await Terminal.OpenAsync(signedIn: false);
        using var day = terminal.Start("demo", "--address", terminal.Address, "--events-per-minute", "1200", "--orders", "10");

        await day.LineWithAsync("Ja byt blandaren", terminal.Patience);
        await terminal.Server.RestartAsync();
        await day.LineWithAsync("2380", terminal.Patience);
        await terminal.Server.RestartAsync();

        var result = await day.EndAsync(terminal.Patience);
        Assert.Contains(" 0 missing, 0 doubled", result.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task The_guide_is_played_again_with_new_orders()
    {
        await using var terminal = await Terminal.OpenAsync(signedIn: false);
        string[] line = ["demo", "--address", terminal.Address, "--pace", "max", "--orders", "0", "--lang", "en"];
        Assert.Equal(0, (await terminal.AoAsync(line)).ExitCode);

        var again = await terminal.AoAsync(line);

        Assert.Contains(": the guide's five rows, exactly.", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("2376", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_makes_the_same_day()
    {
        Assert.Equal(Names(Day.Of(40, seed: 7)), Names(Day.Of(40, seed: 7)));
        Assert.NotEqual(Names(Day.Of(40, seed: 7)), Names(Day.Of(40, seed: 8)));

        static IEnumerable<string> Names(IReadOnlyList<Beat> beats) =>
            beats.Select(beat => $"{beat.Step.GetType().Name} {beat.Step.By.ClientId}");
    }

    [Fact]
    public void A_day_has_orders_of_every_fate() =>
        Assert.All(
            new[] { typeof(Decline), typeof(Reassign), typeof(Cancel), typeof(Reopen), typeof(Invoice), typeof(Ask), typeof(Message), typeof(Plan) },
            step => Assert.Contains(Day.Of(200, seed: 1), beat => beat.Step.GetType() == step));

    [Fact]
    public void The_steps_of_an_order_keep_their_sequence_in_the_day()
    {
        var day = Day.Of(50, seed: 1);

        Assert.All(
            day.GroupBy(beat => beat.Story, ReferenceEqualityComparer.Instance),
            story => Assert.Equal(((Story)story.Key!).Steps, story.Select(beat => beat.Step)));
    }
}
