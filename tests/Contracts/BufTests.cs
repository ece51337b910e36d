using WorkOrders.Testing;

namespace WorkOrders.Contracts.Tests;

/// <summary>The .proto files against buf's rules (protos/buf.yaml), and against the last accepted version of themselves.</summary>
public sealed class BufTests
{
    private static readonly string Accepted = Path.Combine("tests", "Contracts", "accepted.binpb");

    [Fact]
    public async Task The_contract_follows_the_standard_rules() =>
        Assert.Equal((0, ""), await Tool.BufAsync("lint", "protos"));

    [Fact]
    public async Task The_contract_is_formatted() =>
        Assert.Equal((0, ""), await Tool.BufAsync("format", "--diff", "--exit-code", "protos"));

    [Fact]
    public async Task The_contract_breaks_no_client_of_the_accepted_version() =>
        Assert.Equal((0, ""), await Tool.BufAsync("breaking", "protos", "--against", Accepted));

    [Fact]
    public async Task A_breaking_change_would_be_noticed()
    {
        var copy = Directory.CreateTempSubdirectory("workorders-contract").FullName;
        try
        {
            var source = Path.Combine(Repository.Root, "protos");
            foreach (var file in Directory.GetFiles(source, "*.proto", SearchOption.AllDirectories).Append(Path.Combine(source, "buf.yaml")))
            {
                var target = Path.Combine(copy, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllText(target, File.ReadAllText(file).Replace("rpc AcceptWorkOrder(", "rpc TakeWorkOrder("));
            }
            var (exitCode, output) = await Tool.BufAsync("breaking", copy, "--against", Accepted);
            Assert.NotEqual(0, exitCode);
            Assert.Contains("AcceptWorkOrder", output);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
