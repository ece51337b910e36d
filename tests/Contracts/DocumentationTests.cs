using System.Text.RegularExpressions;
using WorkOrders.Testing;

namespace WorkOrders.Contracts.Tests;

/// <summary>The .proto files are the reference that clients in other languages read: everything in them says what it is.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "protos", "workorders", "v1");

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder, "*.proto").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_rpc_message_field_and_value_is_documented(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var bare = lines
            .Where((line, i) => Definition().IsMatch(line) && !lines[i - 1].TrimStart().StartsWith("//", StringComparison.Ordinal))
            .ToList();
        Assert.Empty(bare);
        Assert.True(lines.Count(l => Definition().IsMatch(l)) > 5, "the pattern finds no definitions any more");
    }

    [GeneratedRegex(@"^\s*(service|rpc|message|enum|oneof)\s+\w+|^\s+(repeated |optional )?[\w.]+ \w+ = \d+|^\s+[A-Z0-9_]+ = \d+;")]
    private static partial Regex Definition();
}
