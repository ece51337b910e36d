using WorkOrders.Testing;

namespace WorkOrders.Architecture.Tests;

/// <summary>What the layout promises, read from the files themselves.</summary>
public sealed class FileTests
{
    [Fact]
    public void The_program_is_a_table_of_contents()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "src", "Server", "WorkOrders.Server", "Program.cs"));
        Assert.InRange(lines.Length, 1, 60);
        Assert.DoesNotContain(lines, l => l.TrimStart().StartsWith("if", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_package_says_why_it_is_there() =>
        Assert.DoesNotContain(
            File.ReadAllLines(Path.Combine(Repository.Root, "Directory.Packages.props")),
            line => line.Contains("<PackageVersion", StringComparison.Ordinal) && !line.Contains("<!--", StringComparison.Ordinal));
}
