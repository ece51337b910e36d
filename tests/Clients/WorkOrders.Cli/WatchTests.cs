using System.Text.Json;

namespace WorkOrders.Cli.Tests;

public sealed class WatchTests
{
    [Fact]
    public async Task A_tail_shows_what_happens_and_ends_with_ctrl_c()
    {
        await using var terminal = await Terminal.OpenAsync();
        using var watch = terminal.Start("watch", "--from-start");
        await watch.LineWithAsync("2377  AO Registrerad och Beställd", terminal.Patience);

        await terminal.AoAsync("accept", "2376");
        await watch.LineWithAsync("2376  AO Accepterad", terminal.Patience);
        watch.Interrupt();

        Assert.Equal(ExitCode.Interrupted, (await watch.EndAsync(terminal.Patience)).ExitCode);
    }

    [Fact]
    public async Task A_tail_lives_through_a_restart_of_the_server()
    {
        await using var terminal = await Terminal.OpenAsync();
        using var watch = terminal.Start("watch", "--from-start");
        await watch.LineWithAsync("2377  AO Registrerad och Beställd", terminal.Patience);

        await terminal.Server.RestartAsync();
        await terminal.AoAsync("accept", "2376");
        await watch.LineWithAsync("2376  AO Accepterad", terminal.Patience);
        watch.Interrupt();

        var all = await watch.EndAsync(terminal.Patience);
        Assert.Single(all.Output.Split('\n'), line => line.Contains("2375", StringComparison.Ordinal));
        Assert.Contains("Kontakt bruten", all.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tail_that_was_killed_goes_on_from_its_checkpoint()
    {
        await using var terminal = await Terminal.OpenAsync();
        string[] line = ["watch", "--from-start", "--checkpoint", "feed.json", "--json"];
        using (var first = terminal.Start(line))
        {
            await first.LineWithAsync("\"number\": \"2377\"", terminal.Patience);
            await terminal.AoAsync("accept", "2376");
            await first.LineWithAsync("AO Accepterad", terminal.Patience);
            first.Kill();
            await first.EndAsync(terminal.Patience);
        }

        await terminal.AoAsync("message", "2376", "På väg");
        using var second = terminal.Start(line);
        var told = await second.LineWithAsync("messageSent", terminal.Patience);

        using var json = JsonDocument.Parse(told);
        Assert.Equal("På väg", json.RootElement.GetProperty("event").GetProperty("messageSent").GetProperty("text").GetString());
        second.Interrupt();
        // The event at which it was killed may come again; those before it have been taken in.
        Assert.DoesNotContain("2375", (await second.EndAsync(terminal.Patience)).Output, StringComparison.Ordinal);
    }
}
