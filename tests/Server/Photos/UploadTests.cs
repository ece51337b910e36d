using System.Net;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Photos;

/// <summary>The tus protocol, and what it survives.</summary>
public sealed class UploadTests(Scene scene) : IClassFixture<Scene>
{
    private static readonly byte[] Photo = Camera.Photo(400, 200);

    [Fact]
    public async Task The_server_tells_what_it_can()
    {
        using var firm = await FirmAsync();
        using var answer = await firm.SendAsync(HttpMethod.Options, Sender.Uploads);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("1.0.0", answer.Headers.GetValues("Tus-Resumable").Single());
        Assert.Equal("1.0.0", answer.Headers.GetValues("Tus-Version").Single());
        Assert.Equal("creation,termination", answer.Headers.GetValues("Tus-Extension").Single());
        Assert.Equal("15728640", answer.Headers.GetValues("Tus-Max-Size").Single());
    }

    [Fact]
    public async Task A_photo_comes_in_pieces()
    {
        using var firm = await FirmAsync();
        var upload = await firm.BegunAsync((await scene.OrderedAsync()).Number, Photo.Length);
        Assert.Equal(0, await firm.OffsetAsync(upload));
        for (var offset = 0; offset < Photo.Length; offset += 1_000)
        {
            using var answer = await firm.AddAsync(upload, offset, Photo[offset..Math.Min(offset + 1_000, Photo.Length)]);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.Equal(Math.Min(offset + 1_000, Photo.Length), Sender.OffsetIn(answer));
        }
        Assert.Equal(Photo.Length, await firm.OffsetAsync(upload));
    }

    [Fact]
    public async Task A_line_that_breaks_costs_nothing_of_what_has_arrived()
    {
        using var firm = await FirmAsync();
        var upload = await firm.BegunAsync((await scene.OrderedAsync()).Number, Photo.Length);
        var half = Photo.Length / 2;
        var line = await firm.BeginToAddAsync(upload, 0, Photo[..half], Photo.Length);
        // a reset, as from a telephone without coverage
        line.Client.Close(0);

        Assert.Equal(half, await firm.OffsetAsync(upload));
        Assert.Equal(HttpStatusCode.NoContent, await UnlockedAsync(() => firm.AddAsync(upload, half, Photo[half..])));
    }

    [Fact]
    public async Task One_connection_at_a_time_adds_to_an_upload()
    {
        using var firm = await FirmAsync();
        var upload = await firm.BegunAsync((await scene.OrderedAsync()).Number, Photo.Length);
        using var line = await firm.BeginToAddAsync(upload, 0, Photo[..100], Photo.Length);

        using var second = await firm.AddAsync(upload, 100, Photo[100..]);
        await Sender.RefusedAsync(HttpStatusCode.Locked, "UPLOAD_LOCKED", second);
        using var removal = await firm.SendAsync(HttpMethod.Delete, upload);
        await Sender.RefusedAsync(HttpStatusCode.Locked, "UPLOAD_LOCKED", removal);
        Assert.Equal(100, await firm.OffsetAsync(upload));
    }

    [Fact]
    public async Task Another_offset_is_refused_and_changes_nothing()
    {
        using var firm = await FirmAsync();
        var upload = await firm.BegunAsync((await scene.OrderedAsync()).Number, Photo.Length);
        (await firm.AddAsync(upload, 0, Photo[..100])).Dispose();

        using var ahead = await firm.AddAsync(upload, 200, Photo[200..]);
        using var again = await firm.AddAsync(upload, 0, Photo[..100]);
        await Sender.RefusedAsync(HttpStatusCode.Conflict, "UPLOAD_OFFSET", ahead);
        await Sender.RefusedAsync(HttpStatusCode.Conflict, "UPLOAD_OFFSET", again);
        Assert.Equal(100, await firm.OffsetAsync(upload));
    }

    [Fact]
    public async Task What_is_malformed_is_told()
    {
        using var firm = await FirmAsync();
        var number = (await scene.OrderedAsync()).Number;
        using var noVersion = await firm.Http.PostAsync(Sender.Uploads, null);
        await Sender.RefusedAsync(HttpStatusCode.PreconditionFailed, "TUS_VERSION", noVersion);
        using var noLength = await firm.SendAsync(HttpMethod.Post, Sender.Uploads);
        await Sender.RefusedAsync(HttpStatusCode.BadRequest, "UPLOAD_LENGTH", noLength);
        using var empty = await firm.BeginAsync(number, 0);
        await Sender.RefusedAsync(HttpStatusCode.BadRequest, "UPLOAD_LENGTH", empty);
        using var noNumber = await firm.SendAsync(HttpMethod.Post, Sender.Uploads, r => r.Headers.Add("Upload-Length", "100"));
        await Sender.RefusedAsync(HttpStatusCode.BadRequest, "UPLOAD_METADATA", noNumber);

        var upload = await firm.BegunAsync(number, Photo.Length);
        using var form = await firm.AddAsync(upload, 0, Photo, "application/octet-stream");
        await Sender.RefusedAsync(HttpStatusCode.UnsupportedMediaType, "CONTENT_TYPE", form);
    }

    [Fact]
    public async Task More_than_the_limit_is_refused_before_it_is_sent_and_more_than_announced_when_it_comes()
    {
        using var firm = await FirmAsync();
        var number = (await scene.OrderedAsync()).Number;
        using var large = await firm.BeginAsync(number, 15 * 1024 * 1024 + 1);
        await Sender.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "PHOTO_TOO_LARGE", large);

        var upload = await firm.BegunAsync(number, 100);
        using var more = await firm.AddAsync(upload, 0, Photo);
        await Sender.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "UPLOAD_LENGTH", more);
        using var unannounced = await firm.SendAsync(HttpMethod.Patch, upload, request =>
        {
            request.Headers.Add("Upload-Offset", "0");
            request.Headers.TransferEncodingChunked = true;
            request.Content = new StreamContent(new MemoryStream(Photo)) { Headers = { ContentType = new("application/offset+octet-stream") } };
        });
        await Sender.RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "UPLOAD_LENGTH", unannounced);
        Assert.Equal(0, await firm.OffsetAsync(upload));
    }

    [Fact]
    public async Task A_photo_may_be_larger_than_any_other_request()
    {
        using var firm = await FirmAsync();
        var number = (await scene.OrderedAsync()).Number;
        var large = Camera.Noise(3_000, 2_000);
        Assert.True(large.Length > 2 * 1024 * 1024);

        await firm.UploadAsync(number, large);
    }

    [Fact]
    public async Task Only_who_may_write_on_an_order_may_upload_for_it()
    {
        using var firm = await FirmAsync();
        using var elsa = await Sender.AsAsync(scene.Server, "elsa");
        var rivals = (await scene.Elsa.RegisterWorkOrderAsync(Scene.GuideOrder(Scene.RivalId))).WorkOrder.Number;
        var done = (await scene.CompletedAsync()).Number;

        using var hidden = await firm.BeginAsync(rivals, 100);
        await Sender.RefusedAsync(HttpStatusCode.NotFound, "WORK_ORDER_NOT_FOUND", hidden);
        using var unknown = await firm.BeginAsync(999_999, 100);
        Assert.Equal(
            (await unknown.Content.ReadAsStringAsync()).Replace("999999", "#"), (await hidden.Content.ReadAsStringAsync()).Replace($"{rivals}", "#"));
        using var closed = await firm.BeginAsync(done, 100);
        await Sender.RefusedAsync(HttpStatusCode.Forbidden, "INVALID_STATE_TRANSITION", closed);
        using var landlords = await elsa.BeginAsync(done, 100);
        Assert.Equal(HttpStatusCode.Created, landlords.StatusCode);
    }

    [Fact]
    public async Task Anothers_upload_is_answered_as_one_that_does_not_exist()
    {
        using var firm = await FirmAsync();
        using var elsa = await Sender.AsAsync(scene.Server, "elsa");
        var upload = await firm.BegunAsync((await scene.OrderedAsync()).Number, Photo.Length);
        var nowhere = $"{Sender.Uploads}/{Guid.NewGuid()}";

        Assert.Equal(await AnswersAsync(elsa, nowhere), await AnswersAsync(elsa, upload));
        Assert.Equal(0, await firm.OffsetAsync(upload));
    }

    [Fact]
    public async Task Wall_boards_and_strangers_have_no_business_with_photos()
    {
        using var wall = new Sender((await scene.Server.SignInAsync("wall")).Http);
        using var stranger = new Sender(new HttpClient { BaseAddress = scene.Server.Http });
        foreach (var (who, status) in new[] { (wall, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.Unauthorized) })
        {
            using var begun = await who.BeginAsync(1, 100);
            using var photo = await who.Http.GetAsync($"/photos/{Guid.NewGuid()}");
            Assert.Equal((status, status), (begun.StatusCode, photo.StatusCode));
        }
    }

    [Fact]
    public async Task An_account_may_not_fill_the_disk_with_photos_that_it_does_not_use()
    {
        await using var own = await Scene.StartAsync(new() { Settings = { ["Photos:MaximumUnused"] = "10" } });
        using var firm = await Sender.AsAsync(own.Server, "testfirma");
        using var elsa = await Sender.AsAsync(own.Server, "elsa");
        var number = (await own.OrderedAsync()).Number;
        var first = await firm.BegunAsync(number, Photo.Length);
        for (var i = 1; i < 10; i++) await firm.BegunAsync(number, Photo.Length);

        using var refused = await firm.BeginAsync(number, Photo.Length);
        await Sender.RefusedAsync(HttpStatusCode.TooManyRequests, "TOO_MANY_UNUSED_PHOTOS", refused);
        await elsa.BegunAsync(number, Photo.Length);
        using var removed = await firm.SendAsync(HttpMethod.Delete, first);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await firm.BegunAsync(number, Photo.Length);
    }

    [Fact]
    public async Task Who_begins_uploads_too_often_is_told_to_wait()
    {
        await using var own = await Scene.StartAsync(new() { Settings = { ["Photos:MaximumUnused"] = "10", ["Photos:UploadsPerMinute"] = "1" } });
        using var firm = await Sender.AsAsync(own.Server, "testfirma");
        for (var i = 0; i < 20; i++) (await firm.BeginAsync(999_999, 100)).Dispose();

        using var refused = await firm.BeginAsync(999_999, 100);
        await Sender.RefusedAsync(HttpStatusCode.TooManyRequests, "RATE_LIMITED", refused);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task An_upload_that_is_removed_leaves_nothing()
    {
        using var firm = await FirmAsync();
        var upload = await firm.BegunAsync((await scene.OrderedAsync()).Number, Photo.Length);
        (await firm.AddAsync(upload, 0, Photo[..100])).Dispose();
        var file = Path.Combine(scene.Server.Folder, "photos", "uploads", upload.Split('/')[^1]);
        Assert.True(File.Exists(file));

        (await firm.SendAsync(HttpMethod.Delete, upload)).Dispose();
        using var gone = await firm.AskAsync(upload);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.False(File.Exists(file));
        var id = Guid.Parse(upload.Split('/')[^1]);
        await using var context = scene.OpenFile();
        Assert.False(await context.Photos.AnyAsync(p => p.Id == id));
    }

    private Task<Sender> FirmAsync() => Sender.AsAsync(scene.Server, "testfirma");

    /// <summary>The server learns of a lost line a moment later.</summary>
    private static async Task<HttpStatusCode> UnlockedAsync(Func<Task<HttpResponseMessage>> send)
    {
        while (true)
        {
            using var answer = await send();
            if (answer.StatusCode != HttpStatusCode.Locked) return answer.StatusCode;
        }
    }

    private static async Task<string> AnswersAsync(Sender who, string upload)
    {
        using var asked = await who.AskAsync(upload);
        using var added = await who.AddAsync(upload, 0, Photo);
        using var removed = await who.SendAsync(HttpMethod.Delete, upload);
        using var shown = await who.Http.GetAsync(upload.Replace("/uploads", ""));
        var answers = new[] { asked, added, removed, shown };
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        // but for the moment
        return string.Join('\n', await Task.WhenAll(answers.Select(async answer =>
            string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Content-Security-Policy"))
                .Select(h => $"{h.Key}: {string.Join(' ', h.Value)}")) + await answer.Content.ReadAsStringAsync())));
    }
}
