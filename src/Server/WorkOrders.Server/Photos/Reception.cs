using System.Buffers;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Photos;

/// <summary>Writes what comes straight into the file, so that a line that breaks costs nothing of what has arrived.</summary>
internal sealed class Reception(PhotoFiles files)
{
    private const int Piece = 64 * 1024;

    /// <summary>What came of it. All that counts is on the disk by then.</summary>
    public async Task<Received> TakeAsync(PhotoRow upload, Stream body, CancellationToken gone)
    {
        await using var file = new FileStream(files.Upload(upload.Id), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var start = file.Seek(0, SeekOrigin.End);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            while (await ReadAsync(body, buffer, gone) is not 0 and var count)
            {
                if (count is null) return Received.Broken;
                if (file.Position + count > upload.Length)
                {
                    // it isn't the photo that was announced, then
                    file.SetLength(start);
                    return Received.TooMuch;
                }
                await file.WriteAsync(buffer.AsMemory(0, count.Value), CancellationToken.None);
            }
            return Received.All;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Null if the line broke. What goes wrong with our own file is no such thing, and isn't caught.</summary>
    private static async Task<int?> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken gone)
    {
        try
        {
            return await body.ReadAsync(buffer, gone);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return null;
        }
    }
}

internal enum Received { All, Broken, TooMuch }
