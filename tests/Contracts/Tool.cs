using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace WorkOrders.Contracts.Tests;

/// <summary>A program that a test runs to its end, in the folder that holds the Node packages.</summary>
internal static class Tool
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    /// <summary>Where package.json is. <c>tests/run</c> has installed what it names.</summary>
    public static string NodeFolder { get; } = Path.Combine(SourceFolder(), "node");

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
        start.WorkingDirectory = Root;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
