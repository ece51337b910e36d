namespace WorkOrders.Testing;

/// <summary>How a test's server differs from a plain one, which has the demonstration's sign-ins and no orders.</summary>
public sealed record TestServerOptions
{
    /// <summary>A clock that the test moves (<c>FakeTimeProvider</c>); the system's if absent.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether the guide's orders 2375, 2376 and 2377 are there.</summary>
    public bool GuideOrders { get; init; }

    /// <summary>How many orders the generator places.</summary>
    public int GeneratedOrders { get; init; }

    /// <summary>Whether the demonstration's sign-ins are there.</summary>
    public bool SignIns { get; init; } = true;

    /// <summary>Further settings, such as <c>["Limits:StreamsPerSession"] = "2"</c>. They win over all others.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Whether the first start would leave on disk what every other server's does.</summary>
    internal bool MayBePrepared
    {
        get => field && SignIns && Clock == TimeProvider.System && !Settings.Keys.Any(key => key.StartsWith("Accounts:", StringComparison.OrdinalIgnoreCase));
        init;
    } = true;

    internal Dictionary<string, string?> SettingsFor(string folder, int httpPort, int grpcPort)
    {
        Dictionary<string, string?> all = new()
        {
            ["Data:Folder"] = folder,
            ["Listen:Http"] = $"127.0.0.1:{httpPort}",
            ["Listen:Grpc"] = $"127.0.0.1:{grpcPort}",
            ["Demonstration:Enabled"] = $"{SignIns}",
            ["Demonstration:Orders"] = $"{GeneratedOrders}",
            ["Demonstration:Guide"] = $"{GuideOrders}",
            ["Demonstration:Banner"] = "false",
        };
        foreach (var (key, value) in Settings)
            all[key] = value;
        return all;
    }
}
