using Google.Protobuf;
using WorkOrders.V1;

namespace WorkOrders.Client;

/// <summary>
/// Keeps a watch's position in a small JSON file, which is replaced as a whole: it holds the old position or the new
/// one, also after a power cut. One watch for each file.
/// </summary>
/// <param name="path">The file. It and its folder are made if they are missing.</param>
public sealed class FileCheckpoint(string path) : ICheckpoint
{
    private readonly string _path = Path.GetFullPath(path);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file holds something else than a position; it is left as it is.</exception>
    public async ValueTask<FeedPosition?> LoadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_path))
            return null;
        var text = await File.ReadAllTextAsync(_path, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonParser.Default.Parse<FeedPosition>(text);
        }
        catch (Exception e) when (e is InvalidJsonException or InvalidProtocolBufferException)
        {
            throw new InvalidDataException($"'{_path}' holds no position of a feed. Move it away to start anew.", e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(FeedPosition position, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(position);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var next = _path + ".next";
        var stream = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(position) + "\n"), cancellationToken)
                .ConfigureAwait(false);
            // On the disk before it takes the old one's place: a rename may otherwise outlive its contents.
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, _path, overwrite: true);
    }
}
