using System.Runtime.InteropServices;
using System.Text;

namespace WorkOrders.Server.Photos;

/// <summary>
/// What .NET can't: a file's bytes are flushed with the file, its name only with its folder. SQLite does the same for its own.
/// </summary>
internal static class Disk
{
    public static void FlushFolder(string path)
    {
        // Windows writes names through by itself
        if (OperatingSystem.IsWindows()) return;

        var folder = Open(Encoding.UTF8.GetBytes(path + "\0"), 0);
        if (folder < 0) throw new IOException($"{path} can't be opened ({Marshal.GetLastPInvokeErrorMessage()}).");
        try
        {
            if (Flush(folder) != 0) throw new IOException($"{path} can't be flushed ({Marshal.GetLastPInvokeErrorMessage()}).");
        }
        finally
        {
            _ = Close(folder);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Flush(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Close(int file);
}
