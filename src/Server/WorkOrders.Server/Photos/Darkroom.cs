using System.Collections.Concurrent;

namespace WorkOrders.Server.Photos;

/// <summary>
/// Develops what has arrived in full, two at a time whoever waits. Begun once for each photo, and gone through with even
/// if the caller goes away; a crash in the middle is made good when the client asks how far it had come.
/// </summary>
internal sealed class Darkroom(Uploads uploads, PhotoFiles files, PhotoSettings settings) : IAsyncDisposable
{
    private readonly SemaphoreSlim _places = new(2);
    private readonly ConcurrentDictionary<Guid, Lazy<Task<PhotoRefusal?>>> _running = new();

    /// <summary>Null when it is there to be put on a note; or why it never will be.</summary>
    public Task<PhotoRefusal?> DevelopAsync(Guid id) => _running.GetOrAdd(id, _ => new(() => Task.Run(() => RunAsync(id)))).Value;

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_running.Values.Select(running => running.Value));
        _places.Dispose();
    }

    private async Task<PhotoRefusal?> RunAsync(Guid id)
    {
        await _places.WaitAsync();
        try
        {
            return Develop(id);
        }
        finally
        {
            _places.Release();
            _running.TryRemove(id, out _);
        }
    }

    private PhotoRefusal? Develop(Guid id)
    {
        if (uploads.Find(id) is not { } upload) return PhotoRefusal.NotFound;
        if (upload.IsReady) return null;

        if (Negative.Develop(File.ReadAllBytes(files.Upload(id)), settings, out var why) is not { } prints)
        {
            uploads.Discard(id);
            return why;
        }
        files.Keep(id, prints);
        if (!uploads.SetReady(id, prints.Width, prints.Height))
        {
            files.Remove(id);
            return PhotoRefusal.NotFound;
        }
        // with the position and all: if we end before this, Tidying does it at the next start
        files.RemoveUpload(id);
        return null;
    }
}
