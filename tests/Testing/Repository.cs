using System.Reflection;
using System.Runtime.CompilerServices;

namespace WorkOrders.Testing;

/// <summary>Where things lie while tests run.</summary>
public static class Repository
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    /// <summary>A built project's file, in the configuration that the tests were built in.</summary>
    public static string Built(string projectFolder, string file) =>
        Path.Combine(Root, projectFolder, "bin", Configuration, "net10.0", file);

    private static string Configuration =>
        typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
