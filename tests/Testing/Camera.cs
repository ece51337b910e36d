using System.Buffers.Binary;
using SkiaSharp;

namespace WorkOrders.Testing;

/// <summary>Takes photos: the upper left quarter is red, the rest blue.</summary>
public static class Camera
{
    public static byte[] Photo(int width = 80, int height = 40, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, width / 2f, height / 2f, red);
        }
        using var image = SKImage.FromBitmap(bitmap);
        return image.Encode(format, 95).ToArray();
    }

    /// <summary>A photo of nothing but noise, which JPEG can't make small.</summary>
    public static byte[] Noise(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        Random.Shared.NextBytes(bitmap.GetPixelSpan());
        using var image = SKImage.FromBitmap(bitmap);
        return image.Encode(SKEncodedImageFormat.Jpeg, 85).ToArray();
    }

    /// <summary>A photo that says how the camera was held, and where.</summary>
    public static byte[] WithExif(byte[] jpeg, ushort orientation)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. Tiff(orientation)];
        return [0xFF, 0xD8, 0xFF, 0xE1, .. BigEndian((ushort)(exif.Length + 2)), .. exif, .. jpeg[2..]];
    }

    /// <summary>A few bytes that say that they are a picture as large as a house.</summary>
    public static byte[] Bomb(int width, int height)
    {
        byte[] header = [.. "IHDR"u8, .. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0];
        var png = Photo(8, 8, SKEncodedImageFormat.Png);
        // signature, length of the first chunk; the chunk anew; all that follows it
        return [.. png[..12], .. header, .. BigEndian((int)Crc(header)), .. png[33..]];
    }

    /// <summary>The markers of a JPEG's segments before its data.</summary>
    public static IReadOnlyList<byte> MarkersIn(byte[] jpeg)
    {
        List<byte> markers = [];
        for (var at = 2; jpeg[at + 1] != 0xDA; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
            markers.Add(jpeg[at + 1]);
        return markers;
    }

    /// <summary>Orientation, and a position in Enskede: 59° N.</summary>
    private static byte[] Tiff(ushort orientation) =>
    [
        .. "MM\0*"u8, .. BigEndian(8),
        .. BigEndian((ushort)2),
        .. BigEndian((ushort)0x0112), .. BigEndian((ushort)3), .. BigEndian(1), .. BigEndian(orientation), 0, 0,
        .. BigEndian((ushort)0x8825), .. BigEndian((ushort)4), .. BigEndian(1), .. BigEndian(38),
        .. BigEndian(0),
        .. BigEndian((ushort)2),
        .. BigEndian((ushort)1), .. BigEndian((ushort)2), .. BigEndian(2), (byte)'N', 0, 0, 0,
        .. BigEndian((ushort)2), .. BigEndian((ushort)5), .. BigEndian(3), .. BigEndian(68),
        .. BigEndian(0),
        .. BigEndian(59), .. BigEndian(1), .. BigEndian(16), .. BigEndian(1), .. BigEndian(30), .. BigEndian(1),
    ];

    private static byte[] BigEndian(ushort value) => [(byte)(value >> 8), (byte)value];

    private static byte[] BigEndian(int value) => [.. BigEndian((ushort)(value >> 16)), .. BigEndian((ushort)value)];

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }
}
