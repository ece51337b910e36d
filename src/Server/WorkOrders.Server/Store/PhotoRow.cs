namespace WorkOrders.Server.Store;

/// <summary>
/// A photo: announced, there in full, on a note. The row is what decides; the files are written before it says so, and
/// removed before it is.
/// </summary>
internal sealed class PhotoRow
{
    public required Guid Id { get; init; }

    /// <summary>The order that it is for.</summary>
    public required long Number { get; init; }

    /// <summary>Who uploads it, and alone may put it on a note.</summary>
    public required string Account { get; init; }

    /// <summary>How many bytes are to come.</summary>
    public required long Length { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>In pixels. Null until it is there in full and known to be a photo.</summary>
    public int? Width { get; init; }
    public int? Height { get; init; }

    /// <summary>The version of the order in whose log row it stands. Null while it is on no note.</summary>
    public int? OrderVersion { get; init; }

    /// <summary>It is being removed: nobody finds it any more.</summary>
    public bool Discarded { get; init; }

    public bool IsReady => Width is not null;
}
