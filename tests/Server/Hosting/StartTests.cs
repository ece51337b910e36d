using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Hosting;

/// <summary>What somebody reads who starts the server in a wrong way.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("--Limits:UnaryDeadlineSeconds=soon", "Limits:UnaryDeadlineSeconds is 'soon'. Allowed: a whole number from 1 to 600.")]
    [InlineData("--Limits:Connections=-5", "Limits:Connections is '-5'. Allowed: a whole number from 10 to 1000000.")]
    [InlineData("--Limits:Conections=5", "Limits:Conections is not a setting. There are: Connections, ")]
    [InlineData("--Demonstration:Enabled=perhaps", "Demonstration:Enabled is 'perhaps'. Allowed: true or false.")]
    [InlineData("--Listen:Http=5080", "Listen:Http is '5080'. Allowed: an address and a port")]
    [InlineData("--Listen:Http=0.0.0.0:0", "Listen:Http is '0.0.0.0:0', which other machines reach")]
    [InlineData("--Data:Folder=", "Data:Folder is ''. Allowed: a text.")]
    public async Task A_wrong_setting_is_named_with_what_is_allowed(string argument, string message)
    {
        using var folder = new TempFolder();
        var (exitCode, output) = await ServerProcess.RunToEndAsync(folder.Path, argument);
        Assert.Equal(78, exitCode);
        Assert.Contains(message, output);
        Assert.DoesNotContain("   at ", output);
    }

    [Fact]
    public async Task All_wrong_settings_of_a_section_are_told_at_once()
    {
        using var folder = new TempFolder();
        var (_, output) = await ServerProcess.RunToEndAsync(folder.Path, "--Limits:Connections=0", "--Limits:HeaderTimeoutSeconds=0");
        Assert.Contains("Limits:Connections is '0'", output);
        Assert.Contains("Limits:HeaderTimeoutSeconds is '0'", output);
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_the_way_out()
    {
        await using var running = await TestServer.StartAsync();
        using var folder = new TempFolder();
        var (exitCode, output) = await ServerProcess.RunToEndAsync(
            folder.Path, $"--Listen:Http=127.0.0.1:{running.Http.Port}", "--Listen:Grpc=127.0.0.1:0");
        Assert.Equal(78, exitCode);
        Assert.Contains($"127.0.0.1:{running.Http.Port}", output);
        Assert.Contains("Listen:Http=127.0.0.1:<port>", output);
        Assert.DoesNotContain("   at ", output);
    }
}
