using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Feed;

/// <summary>How much the feed keeps at hand, and how long it waits for whom. Settings: <c>Feed</c>.</summary>
internal sealed class FeedSettings
{
    /// <summary>Events at hand in memory; whoever is further behind reads from the disk.</summary>
    [Range(1, 1_000_000)]
    public int RingEvents { get; set; } = 16_384;

    /// <summary>The same in bytes, as stored. In memory it is up to five times as much: an encoding for each audience.</summary>
    [Range(1_024, 1_073_741_824)]
    public int RingBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Where a frame ends, in bytes. Only a single commit can make a longer one. Below 85,000, where the large object heap begins.</summary>
    [Range(1_024, 80_000)]
    public int FrameBytes { get; set; } = 48 * 1024;

    /// <summary>How often an idle feed shows a sign of life, unless the client says otherwise.</summary>
    [Range(1, 60)]
    public int BookmarkSeconds { get; set; } = 5;

    /// <summary>How long a client may take to take in a frame before its stream is cut.</summary>
    [Range(1, 300)]
    public int WriteSeconds { get; set; } = 10;

    /// <summary>When the clients of a server that goes down should be back.</summary>
    [Range(0, 300)]
    public int ReconnectSeconds { get; set; } = 2;
}
