using SkiaSharp;

namespace WorkOrders.Server.Photos;

/// <summary>
/// What came from the camera: whatever anybody cared to send. It is looked at before it is unpacked, and nothing of it
/// gets through but pixels, so that position, device and thumbnails stay behind.
/// </summary>
internal static class Negative
{
    private const int SmallSide = 400;

    // A progressive JPEG goes over all pixels once a scan. Cameras make about ten scans; some kilobytes could hold thousands.
    private const int MostScans = 64;

    /// <summary>Null if it can't be developed: <paramref name="why"/>.</summary>
    public static Prints? Develop(byte[] file, PhotoSettings settings, out PhotoRefusal why)
    {
        why = PhotoRefusal.NoPhoto;
        if (!IsPhoto(file)) return null;

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp)) return null;

        why = PhotoRefusal.TooManyPixels(settings.MaximumPixels);
        if ((long)codec.Info.Width * codec.Info.Height > settings.MaximumPixels) return null;

        why = PhotoRefusal.Damaged;
        if (Scans(file) > MostScans) return null;

        using var unpacked = Unpack(codec, settings.LongestSide);
        if (unpacked is null) return null;

        using var large = Upright(unpacked, codec.EncodedOrigin, settings.LongestSide);
        using var small = Upright(large, SKEncodedOrigin.TopLeft, SmallSide);
        return new(Encode(large, settings.Quality), Encode(small, settings.Quality), large.Width, large.Height);
    }

    /// <summary>By its first bytes: the library would also try its hand at camera raw, icons and more.</summary>
    private static bool IsPhoto(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])
        || (file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WEBP"u8));

    // in a JPEG's data 0xFF never stands before 0xDA unless a scan begins
    private static int Scans(ReadOnlySpan<byte> file) => file[0] == 0xFF ? file.Count((ReadOnlySpan<byte>)[0xFF, 0xDA]) : 1;

    /// <summary>No larger than it has to be: a JPEG can be unpacked at eighths of its size. Null if it is damaged.</summary>
    private static SKBitmap? Unpack(SKCodec codec, int longestSide)
    {
        var sizes = Enumerable.Range(1, 7).Select(eighths => codec.GetScaledDimensions(eighths / 8f));
        var size = sizes.FirstOrDefault(s => Math.Max(s.Width, s.Height) >= longestSide, codec.Info.Size);
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is SKCodecResult.Success) return bitmap;

        bitmap.Dispose();
        return null;
    }

    /// <summary>Turned as the camera was held, on white where it is transparent, scaled down if it is larger.</summary>
    private static SKBitmap Upright(SKBitmap from, SKEncodedOrigin origin, int longestSide)
    {
        var scale = Math.Min(1f, (float)longestSide / Math.Max(from.Width, from.Height));
        var (w, h) = (Scaled(from.Width), Scaled(from.Height));
        // the last four lie on their side
        var lies = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        // without a colour space no profile is written: whatever says nothing is sRGB, which it is
        var info = new SKImageInfo(lies ? h : w, lies ? w : h, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var bitmap = new SKBitmap(info);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(Turn(origin, info.Width, info.Height));
        using var image = SKImage.FromBitmap(from);
        canvas.DrawImage(image, new SKRect(0, 0, w, h), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return bitmap;

        int Scaled(int side) => Math.Max(1, (int)MathF.Round(side * scale));
    }

    /// <summary>From where a pixel is to where it belongs, in an upright picture of that size.</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => Matrix(-1, 0, width, 0, 1, 0),
        SKEncodedOrigin.BottomRight => Matrix(-1, 0, width, 0, -1, height),
        SKEncodedOrigin.BottomLeft => Matrix(1, 0, 0, 0, -1, height),
        SKEncodedOrigin.LeftTop => Matrix(0, 1, 0, 1, 0, 0),
        SKEncodedOrigin.RightTop => Matrix(0, -1, width, 1, 0, 0),
        SKEncodedOrigin.RightBottom => Matrix(0, -1, width, -1, 0, height),
        SKEncodedOrigin.LeftBottom => Matrix(0, 1, 0, -1, 0, height),
        _ => SKMatrix.Identity,
    };

    private static SKMatrix Matrix(float scaleX, float skewX, float moveX, float skewY, float scaleY, float moveY) =>
        new(scaleX, skewX, moveX, skewY, scaleY, moveY, 0, 0, 1);

    private static byte[] Encode(SKBitmap bitmap, int quality)
    {
        using var pixels = bitmap.PeekPixels();
        using var jpeg = pixels.Encode(new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore))
            ?? throw new InvalidOperationException("A picture in memory can't be encoded.");
        return jpeg.ToArray();
    }
}
