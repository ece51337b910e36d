using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Server.Tests.Photos;

public sealed class CrashTests
{
    [Fact]
    public async Task An_upload_goes_on_after_kill_9_where_it_was()
    {
        const long number = 2375;
        await using var server = await ServerProcess.StartAsync(new() { GuideOrders = true });
        using var firm = await Sender.AsAsync(server.Callers, server.Http, "testfirma");
        var photo = Camera.Photo(400, 200);
        var upload = await firm.BegunAsync(number, photo.Length);
        var half = photo.Length / 2;
        using (await firm.BeginToAddAsync(upload, 0, photo[..half], photo.Length))
            await server.KillAsync();
        await server.StartAgainAsync();

        Assert.Equal(half, await firm.OffsetAsync(upload));
        using var answer = await firm.AddAsync(upload, half, photo[half..]);
        Assert.Equal(photo.Length, Sender.OffsetIn(answer));
        var id = upload.Split('/')[^1];
        await new WorkOrderService.WorkOrderServiceClient(server.As("testfirma")).AddNoteAsync(new() { RequestId = Scene.NewId(), Number = number, PhotoIds = { id } });
        await server.KillAsync();
        await server.StartAgainAsync();

        Assert.NotEmpty(await firm.Http.GetByteArrayAsync($"/photos/{id}"));
    }
}
