using System.Globalization;
using Grpc.Core;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Client.Tests;

public sealed class PhotoTests
{
    [Fact]
    public async Task A_line_that_breaks_costs_only_what_was_on_it()
    {
        await using var site = await Site.OpenAsync();
        var photo = Camera.Noise(3_000, 2_000);
        Assert.True(photo.Length > 2_000_000);
        var wire = site.Wire();
        wire.CutAfter(photo.Length / 2);

        var id = await UploadAsync(site.As("testfirma", wire.Address), 2375, photo, site);

        await site.Log.WaitForAsync("A photo broke off (Unavailable)", site.Patience);
        Assert.InRange(wire.Sent, photo.Length, photo.Length * 4L / 3);
        await NoteAsync(site, id);
    }

    [Fact]
    public async Task An_upload_outlives_a_restart_of_the_server()
    {
        await using var site = await Site.OpenAsync();
        await site.Server.StopAsync();
        var uploading = UploadAsync(site.As("testfirma"), 2375, Camera.Photo(), site);
        await site.Server.StartAgainAsync();

        await NoteAsync(site, await uploading);
    }

    [Fact]
    public async Task A_refusal_is_told_as_all_others_are()
    {
        await using var site = await Site.OpenAsync();
        var client = site.As("testfirma");

        var unknown = await Assert.ThrowsAsync<WorkOrdersException>(() => UploadAsync(client, 999_999, Camera.Photo(), site));
        Assert.Equal((StatusCode.NotFound, ErrorReason.WorkOrderNotFound), (unknown.StatusCode, unknown.Reason));
        var noPhoto = await Assert.ThrowsAsync<WorkOrdersException>(() => UploadAsync(client, 2375, [1, 2, 3], site));
        Assert.Equal((StatusCode.InvalidArgument, "NOT_A_PHOTO"), (noPhoto.StatusCode, noPhoto.ReasonName));
        Assert.Equal("Filen är inget foto i JPEG, PNG eller WebP.", noPhoto.MessageIn(CultureInfo.GetCultureInfo("sv-SE")));
        await Assert.ThrowsAsync<WorkOrdersException>(() => UploadAsync(client, 2375, [], site));
    }

    [Fact]
    public async Task Refused_credentials_and_a_server_that_is_away_are_told_as_for_a_call()
    {
        await using var site = await Site.OpenAsync();
        var refused = await Assert.ThrowsAsync<WorkOrdersException>(() => UploadAsync(site.As("testfirma", secret: "wrong"), 2375, Camera.Photo(), site));
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);

        await site.Server.StopAsync();
        var away = await Assert.ThrowsAsync<WorkOrdersException>(
            () => UploadAsync(site.As("testfirma", retryBudget: TimeSpan.FromMilliseconds(300)), 2375, Camera.Photo(), site));
        Assert.Equal(StatusCode.Unavailable, away.StatusCode);
        await site.Server.StartAgainAsync();
    }

    private static async Task<string> UploadAsync(WorkOrdersClient client, long number, byte[] photo, Site site)
    {
        using var stream = new MemoryStream(photo);
        return await client.UploadPhotoAsync(number, stream, site.Patience);
    }

    private static async Task NoteAsync(Site site, string id)
    {
        var note = new AddNoteRequest { Number = 2375, PhotoIds = { id } };
        await site.As("testfirma").WorkOrders.AddNoteAsync(note, cancellationToken: site.Patience);
    }
}
