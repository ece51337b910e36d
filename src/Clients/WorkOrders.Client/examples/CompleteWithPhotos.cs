// Reports an order as done with photos of it: each goes up first, and goes on where it was if the line breaks.
using WorkOrders.Client;
using WorkOrders.V1;

namespace Examples;

public static class CompleteWithPhotos
{
    public static async Task RunAsync(WorkOrdersClient client, long number, string action, IEnumerable<string> files, CancellationToken stop)
    {
        var done = new CompleteWorkOrderRequest { Number = number, ActionPerformed = action };
        foreach (var file in files)
        {
            await using var photo = File.OpenRead(file);
            done.PhotoIds.Add(await client.UploadPhotoAsync(number, photo, stop));
        }
        await client.WorkOrders.CompleteWorkOrderAsync(done, cancellationToken: stop);
    }
}
