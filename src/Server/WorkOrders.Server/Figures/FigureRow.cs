namespace WorkOrders.Server.Figures;

/// <summary>What happened in a day or in a month with a contractor's orders of a type.</summary>
internal sealed class FigureRow
{
    public required Span Span { get; init; }

    /// <summary>The day, or the first one of the month: <see cref="DateOnly.DayNumber"/>.</summary>
    public required int Start { get; init; }

    public required string ContractorId { get; init; }

    /// <summary>As the contract numbers it.</summary>
    public required int Type { get; init; }

    public int Placed { get; set; }
    public int Accepted { get; set; }
    public int Completed { get; set; }
    public int Promised { get; set; }
    public int Kept { get; set; }

    /// <summary>A <see cref="Histogram"/>, as the two after it.</summary>
    public byte[] ToAccept { get; set; } = [];
    public byte[] ToAnswer { get; set; } = [];
    public byte[] ToComplete { get; set; } = [];
}

internal enum Span
{
    Day,
    Month,
}

/// <summary>A question that is open, or whose asker lost the order before it was answered.</summary>
internal sealed class AskedRow
{
    public required long Number { get; init; }
    public required int QuestionId { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long AskedAt { get; init; }
}

/// <summary>The one row that says what the figures have been reckoned from, and how far.</summary>
internal sealed class ReckonedRow
{
    /// <summary>Counted up when the figures are reckoned otherwise, or kept otherwise: then those that are there are thrown away.</summary>
    public const int Present = 1;

    public required int Id { get; init; }
    public required int Version { get; init; }
    public required string LogId { get; init; }
    public required long Revision { get; set; }
}
