namespace WorkOrders.Cli;

/// <summary>What was typed doesn't fit, and says what would.</summary>
internal sealed class UsageException(string message, int exitCode = ExitCode.Usage) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
