using WorkOrders.Server.Store;

namespace WorkOrders.Server.Photos;

/// <summary>
/// Where the bytes lie: what is being uploaded in <c>photos/uploads/</c>, and what is kept in <c>photos/3f/</c>, by the
/// first of its id. Every name follows from a row that is there before the file and goes after it.
/// </summary>
internal sealed class PhotoFiles(DataFolder data)
{
    private readonly string _uploads = Path.Combine(data.Photos, "uploads");

    public void Prepare() => Directory.CreateDirectory(_uploads);

    /// <summary>As the camera made it, so far.</summary>
    public string Upload(Guid id) => Path.Combine(_uploads, id.ToString());

    public string Large(Guid id) => Path.Combine(FolderOf(id), $"{id}.jpg");

    public string Small(Guid id) => Path.Combine(FolderOf(id), $"{id}-small.jpg");

    /// <summary>How much has arrived.</summary>
    public long Received(Guid id) => new FileInfo(Upload(id)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Ids of what is being uploaded, or was when the server ended.</summary>
    public IEnumerable<Guid> Uploads() =>
        Directory.EnumerateFiles(_uploads).Select(file => Guid.TryParse(Path.GetFileName(file), out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);

    /// <summary>When this returns, a power cut can't undo it.</summary>
    public void Keep(Guid id, Prints prints)
    {
        var folder = Directory.CreateDirectory(FolderOf(id)).FullName;
        Write(Large(id), prints.Large);
        Write(Small(id), prints.Small);
        // the names as well as the bytes
        Disk.FlushFolder(folder);
        Disk.FlushFolder(data.Photos);
    }

    public void RemoveUpload(Guid id) => File.Delete(Upload(id));

    public void Remove(Guid id)
    {
        RemoveUpload(id);
        if (!Directory.Exists(FolderOf(id))) return;

        File.Delete(Large(id));
        File.Delete(Small(id));
    }

    private string FolderOf(Guid id) => Path.Combine(data.Photos, id.ToString("N")[..2]);

    private static void Write(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }
}
