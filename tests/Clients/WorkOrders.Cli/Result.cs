namespace WorkOrders.Cli.Tests;

/// <summary>What a run of `ao` left behind.</summary>
internal sealed record Result(int ExitCode, string Output, string Error);
