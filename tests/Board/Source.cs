using System.Runtime.CompilerServices;

namespace WorkOrders.Board.Tests;

/// <summary>The board's own files, where a test reads what a browser would.</summary>
internal static class Source
{
    public static string File(string path) => Path.Combine(Folder(), "..", "..", "src", "Board", path);

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
