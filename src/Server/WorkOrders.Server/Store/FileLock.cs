using System.Globalization;

namespace WorkOrders.Server.Store;

/// <summary>
/// Keeps a second server off the same file: two writers would give the same revisions twice. The operating system
/// lets go of it when the process ends, however it ends.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    public static FileLock Take(string database)
    {
        var path = database + ".lock";
        try
        {
            var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            stream.SetLength(0);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            stream.Flush();
            return new FileLock(stream);
        }
        // a sharing violation is an IOException and nothing more special
        catch (IOException e) when (e.GetType() == typeof(IOException) && File.Exists(path))
        {
            throw new StartRefusedException(
                $"Another server has {database} open. Stop that one first, or give this one a folder of its own: Data:Folder=<folder>.");
        }
    }

    public void Dispose() => _stream.Dispose();
}
