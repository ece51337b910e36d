using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Lifecycle;

/// <summary>How much the writer takes on. Settings: <c>Writer</c>.</summary>
internal sealed class WriterSettings
{
    /// <summary>How many commands may wait; those beyond are refused with WRITER_SATURATED.</summary>
    [Range(1, 1_000_000)]
    public int QueueLength { get; set; } = 4_096;

    /// <summary>How many commands share one commit at most.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 256;

    /// <summary>For how many days a repeated request gets the first answer, at least.</summary>
    [Range(1, 365)]
    public int RequestDays { get; set; } = 7;
}
