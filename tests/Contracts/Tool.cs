using System.Diagnostics;
using WorkOrders.Testing;

namespace WorkOrders.Contracts.Tests;

/// <summary>A program that a test runs to its end, in the folder that holds the Node packages.</summary>
internal static class Tool
{
    /// <summary>Where package.json is. <c>tests/run</c> has installed what it names.</summary>
    public static string NodeFolder { get; } = Path.Combine(Repository.Root, "tests", "Contracts", "node");

    public static ProcessStartInfo Node(params string[] arguments) => new("node", arguments)
    {
        WorkingDirectory = NodeFolder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    /// <summary>buf, with the repository's root as its working directory.</summary>
    public static async Task<(int ExitCode, string Output)> BufAsync(params string[] arguments)
    {
        var start = Node([Path.Combine(NodeFolder, "node_modules", ".bin", "buf"), .. arguments]);
        start.WorkingDirectory = Repository.Root;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
