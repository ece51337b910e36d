using System.Net;
using SkiaSharp;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Photos;

/// <summary>What becomes of a photo when its last byte has arrived.</summary>
public sealed class DevelopmentTests(Scene scene) : IClassFixture<Scene>
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task Whatever_it_was_it_becomes_a_JPEG_in_two_sizes(SKEncodedImageFormat format)
    {
        var (large, small) = await DevelopedAsync(Camera.Photo(3_000, 1_500, format));

        Assert.Equal((2_560, 1_280), (large.Picture.Width, large.Picture.Height));
        Assert.Equal((400, 200), (small.Picture.Width, small.Picture.Height));
        Assert.True(IsRed(large.Picture, 0.25f, 0.25f) && !IsRed(large.Picture, 0.75f, 0.25f));
    }

    [Fact]
    public async Task Position_and_all_other_metadata_stay_behind()
    {
        var taken = Camera.WithExif(Camera.Photo(), orientation: 1);
        Assert.Contains((byte)0xE1, Camera.MarkersIn(taken));

        var (large, small) = await DevelopedAsync(taken);
        // APP1 to APP15 and comments; APP0 says "JFIF" and nothing else
        Assert.All([large.Bytes, small.Bytes], jpeg => Assert.DoesNotContain(Camera.MarkersIn(jpeg), marker => marker is (>= 0xE1 and <= 0xEF) or 0xFE));
        Assert.All([large.Bytes, small.Bytes], jpeg => Assert.False(Scene.Holds(jpeg, "Exif")));
    }

    // where the red quarter, upper left as the sensor saw it, is when the photo is held upright
    [Theory]
    [InlineData(1, 80, 0.25f, 0.25f)]
    [InlineData(2, 80, 0.75f, 0.25f)]
    [InlineData(3, 80, 0.75f, 0.75f)]
    [InlineData(4, 80, 0.25f, 0.75f)]
    [InlineData(5, 40, 0.25f, 0.25f)]
    [InlineData(6, 40, 0.75f, 0.25f)]
    [InlineData(7, 40, 0.75f, 0.75f)]
    [InlineData(8, 40, 0.25f, 0.75f)]
    public async Task A_photo_is_turned_upright(ushort orientation, int width, float x, float y)
    {
        var (large, small) = await DevelopedAsync(Camera.WithExif(Camera.Photo(80, 40), orientation));

        Assert.Equal((width, 120 - width), (large.Picture.Width, large.Picture.Height));
        foreach (var picture in new[] { large.Picture, small.Picture })
        {
            Assert.True(IsRed(picture, x, y));
            Assert.False(IsRed(picture, 1 - x, y) || IsRed(picture, x, 1 - y) || IsRed(picture, 1 - x, 1 - y));
        }
    }

    [Fact]
    public async Task What_is_transparent_becomes_white()
    {
        using var nothing = new SKBitmap(10, 10);
        using var image = SKImage.FromBitmap(nothing);
        var (large, _) = await DevelopedAsync(image.Encode(SKEncodedImageFormat.Png, 100).ToArray());

        Assert.Equal(SKColors.White, large.Picture.GetPixel(5, 5));
    }

    public static TheoryData<string, byte[]> NoPhotos => new()
    {
        { "NOT_A_PHOTO", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray() },
        { "NOT_A_PHOTO", "GIF89a\x01\0\x01\0\0\0\0;"u8.ToArray() },
        { "NOT_A_PHOTO", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3] },
        { "PHOTO_DAMAGED", Camera.Photo(400, 200)[..1_000] },
        { "TOO_MANY_PIXELS", Camera.Bomb(60_000, 60_000) },
        { "TOO_MANY_PIXELS", Camera.Bomb(10_000, 5_001) },
    };

    [Theory, MemberData(nameof(NoPhotos))]
    public async Task What_is_no_photo_is_refused_and_removed(string reason, byte[] bytes)
    {
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        var upload = await firm.BegunAsync((await scene.OrderedAsync()).Number, bytes.Length);

        using var answer = await firm.AddAsync(upload, 0, bytes);
        await Sender.RefusedAsync(HttpStatusCode.UnprocessableEntity, reason, answer);
        using var gone = await firm.AskAsync(upload);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(scene.Server.Folder, "photos"), $"{upload.Split('/')[^1]}*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_JPEG_of_a_thousand_scans_is_not_unpacked()
    {
        var photo = Camera.Photo();
        // the last scan again and again: a decoder that follows goes over all pixels each time
        var scan = photo.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        byte[] bomb = [.. photo[..^2], .. Enumerable.Repeat(photo[scan..^2], 1_000).SelectMany(s => s), .. photo[^2..]];
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        var upload = await firm.BegunAsync((await scene.OrderedAsync()).Number, bomb.Length);

        using var answer = await firm.AddAsync(upload, 0, bomb);
        await Sender.RefusedAsync(HttpStatusCode.UnprocessableEntity, "PHOTO_DAMAGED", answer);
    }

    [Fact]
    public async Task A_photo_that_was_there_in_full_when_the_server_ended_is_ready_when_its_client_asks()
    {
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        var number = (await scene.OrderedAsync()).Number;
        var photo = Camera.Photo();
        var upload = await firm.BegunAsync(number, photo.Length);
        var id = upload.Split('/')[^1];
        // as a crash leaves it, between the last byte and all that follows
        await File.WriteAllBytesAsync(Path.Combine(scene.Server.Folder, "photos", "uploads", id), photo);

        Assert.Equal(photo.Length, await firm.OffsetAsync(upload));
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, PhotoIds = { id } });
    }

    private async Task<((byte[] Bytes, SKBitmap Picture) Large, (byte[] Bytes, SKBitmap Picture) Small)> DevelopedAsync(byte[] photo)
    {
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        var id = await firm.UploadAsync((await scene.OrderedAsync()).Number, photo);
        var large = await firm.Http.GetByteArrayAsync($"/photos/{id}");
        var small = await firm.Http.GetByteArrayAsync($"/photos/{id}/small");
        // what decodes here need not turn it: it is upright by itself
        return ((large, SKBitmap.Decode(large)), (small, SKBitmap.Decode(small)));
    }

    private static bool IsRed(SKBitmap picture, float x, float y)
    {
        var pixel = picture.GetPixel((int)(picture.Width * x), (int)(picture.Height * y));
        return pixel.Red > 200 && pixel.Blue < 60;
    }
}
