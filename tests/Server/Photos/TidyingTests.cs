using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Photos;

public sealed class TidyingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Photos_that_nobody_has_used_for_a_day_are_removed_and_used_ones_never()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var scene = await Scene.StartAsync(new() { Clock = clock });
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        var number = (await scene.OrderedAsync()).Number;
        var photo = Camera.Photo();
        var used = await firm.UploadAsync(number, photo);
        await scene.Firm.AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, PhotoIds = { used } });
        var unused = await firm.UploadAsync(number, photo);
        var unfinished = (await firm.BegunAsync(number, photo.Length)).Split('/')[^1];
        (await firm.AddAsync($"{Sender.Uploads}/{unfinished}", 0, photo[..100])).Dispose();

        clock.Advance(TimeSpan.FromHours(12));
        // with a token of today
        using var laterFirm = await Sender.AsAsync(scene.Server, "testfirma");
        var later = (await laterFirm.BegunAsync(number, photo.Length)).Split('/')[^1];
        clock.Advance(TimeSpan.FromHours(12) + TimeSpan.FromMinutes(2));
        await UntilAsync(async () => (await IdsAsync(scene)).Count == 2);

        Assert.Equal(new[] { used, later }.Order(), (await IdsAsync(scene)).Order());
        Assert.Equal(2, FilesOf(scene, used).Length);
        Assert.Empty(FilesOf(scene, unused));
        Assert.Empty(FilesOf(scene, unfinished));
    }

    [Fact]
    public async Task What_a_crash_has_left_of_uploads_is_removed_at_the_start()
    {
        await using var scene = await Scene.StartAsync();
        using var firm = await Sender.AsAsync(scene.Server, "testfirma");
        var number = (await scene.OrderedAsync()).Number;
        var photo = Camera.Photo();
        var ready = await firm.UploadAsync(number, photo);
        var unfinished = await firm.BegunAsync(number, photo.Length);
        (await firm.AddAsync(unfinished, 0, photo[..100])).Dispose();
        await scene.Server.StopAsync();
        // one that had been developed already, position and all; and one that no row knows
        var leftovers = new[] { ready, Guid.NewGuid().ToString() }.Select(id => Path.Combine(scene.Server.Folder, "photos", "uploads", id)).ToList();
        foreach (var file in leftovers) await File.WriteAllBytesAsync(file, photo);
        await scene.Server.StartAgainAsync();

        await UntilAsync(() => Task.FromResult(!leftovers.Exists(File.Exists)));
        Assert.Equal(2, FilesOf(scene, ready).Length);
        Assert.Equal(100, await firm.OffsetAsync(unfinished));
    }

    private static async Task<List<string>> IdsAsync(Scene scene)
    {
        await using var context = scene.OpenFile();
        return [.. (await context.Photos.Select(p => p.Id).ToListAsync()).Select(id => id.ToString())];
    }

    private static string[] FilesOf(Scene scene, string id) =>
        Directory.GetFiles(Path.Combine(scene.Server.Folder, "photos"), $"{id}*", SearchOption.AllDirectories);

    private static async Task UntilAsync(Func<Task<bool>> so)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await so())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
