using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Photos;

/// <summary>What photos may be like, and for how long unused ones are kept. Settings: <c>Photos</c>.</summary>
internal sealed class PhotoSettings
{
    /// <summary>The largest photo as it is uploaded, in bytes.</summary>
    [Range(65_536, 67_108_864)]
    public int MaximumBytes { get; set; } = 15 * 1024 * 1024;

    /// <summary>The most pixels that are unpacked: a few bytes can say that they are a picture as large as a house.</summary>
    [Range(1_000_000, 200_000_000)]
    public int MaximumPixels { get; set; } = 50_000_000;

    /// <summary>The longest side as it is kept, in pixels; larger photos are scaled down.</summary>
    [Range(400, 8_192)]
    public int LongestSide { get; set; } = 2_560;

    /// <summary>Of the JPEG that is kept.</summary>
    [Range(50, 95)]
    public int Quality { get; set; } = 85;

    /// <summary>For how long a photo is kept that is on no note.</summary>
    [Range(1, 720)]
    public int KeepUnusedHours { get; set; } = 24;

    /// <summary>How many photos of one account may be on no note, finished or not.</summary>
    [Range(10, 1_000)]
    public int MaximumUnused { get; set; } = 40;

    /// <summary>Uploads that one account may begin in a minute, after twice <see cref="MaximumUnused"/> at once.</summary>
    [Range(1, 10_000)]
    public int UploadsPerMinute { get; set; } = 60;
}
