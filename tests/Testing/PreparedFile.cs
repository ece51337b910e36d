using Microsoft.Data.Sqlite;

namespace WorkOrders.Testing;

/// <summary>
/// The database that a server has after its first start, with the demonstration's sign-ins. To make it takes as long as all
/// the rest of a start: it is made once, and each server begins with a copy, and with a log of its own.
/// </summary>
internal static class PreparedFile
{
    private const string Name = "workorders.db";

    private static readonly Lazy<Task<byte[]>> Content = new(MakeAsync);

    public static async Task CopyToAsync(string folder) => await File.WriteAllBytesAsync(Path.Combine(folder, Name), await Content.Value);

    private static async Task<byte[]> MakeAsync()
    {
        await using var server = await TestServer.StartAsync(new() { MayBePrepared = false });
        await server.StopAsync();
        SqliteConnection.ClearAllPools();
        var file = Path.Combine(server.Folder, Name);
        await using (var database = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await database.OpenAsync();
            await using var forget = database.CreateCommand();
            forget.CommandText = "DELETE FROM log_meta";
            await forget.ExecuteNonQueryAsync();
        }
        return await File.ReadAllBytesAsync(file);
    }
}
