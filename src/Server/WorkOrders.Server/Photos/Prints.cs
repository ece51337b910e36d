namespace WorkOrders.Server.Photos;

/// <summary>A photo as it is kept: upright, without metadata, in two sizes. The size in pixels is the large one's.</summary>
internal sealed record Prints(byte[] Large, byte[] Small, int Width, int Height);
