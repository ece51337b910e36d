using System.Runtime.Versioning;

namespace WorkOrders.Cli.Tests;

public sealed class SignInTests
{
    [Fact]
    public async Task One_signs_in_and_is_known_from_then_on()
    {
        await using var terminal = await Terminal.OpenAsync();

        var me = await terminal.AoAsync("whoami");

        Assert.Equal(0, me.ExitCode);
        Assert.StartsWith("Testfirma AB (Entreprenör, Testfirma AB 1999/99999)", me.Output, StringComparison.Ordinal);
        Assert.Contains("Även inloggade: elsa", me.Output, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_can_read_the_secrets()
    {
        await using var terminal = await Terminal.OpenAsync();

        var file = Path.Combine(terminal.Home, "ao", "identities.json");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_need_not_stand_on_the_command_line(bool inEnvironment)
    {
        await using var terminal = await Terminal.OpenAsync(signedIn: false);
        Dictionary<string, string> environment = inEnvironment ? new() { ["AO_CLIENT_SECRET"] = "elsa-demo-secret" } : [];

        using var signingIn = terminal.StartWith(environment, "sign-in", "--address", terminal.Address, "--client-id", "elsa");
        if (!inEnvironment)
            signingIn.Type("elsa-demo-secret");

        Assert.Contains("Elsa Österberg (Beställare)", (await signingIn.EndAsync(terminal.Patience)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_not_kept()
    {
        await using var terminal = await Terminal.OpenAsync(signedIn: false);

        var refused = await terminal.AoAsync(
            "sign-in", "--address", terminal.Address, "--client-id", "testfirma", "--client-secret", "wrong");

        Assert.Equal((3, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("Inloggningen nekades", refused.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await terminal.AoAsync("whoami")).ExitCode);
    }

    [Fact]
    public async Task Signing_out_forgets_the_secret()
    {
        await using var terminal = await Terminal.OpenAsync();

        Assert.Equal(0, (await terminal.AoAsync("sign-out")).ExitCode);

        Assert.Contains("Elsa Österberg", (await terminal.AoAsync("whoami")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "testfirma-demo-secret",
            await File.ReadAllTextAsync(Path.Combine(terminal.Home, "ao", "identities.json")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_said_to_be_unreachable()
    {
        await using var terminal = await Terminal.OpenAsync();
        await terminal.Server.StopAsync();

        var unreachable = await terminal.AoAsync("list", "--retry-for", "0.5", "--lang", "en");

        Assert.Equal((4, ""), (unreachable.ExitCode, unreachable.Output));
        Assert.Contains("does not answer", unreachable.Error, StringComparison.Ordinal);
        await terminal.Server.StartAgainAsync();
    }
}
