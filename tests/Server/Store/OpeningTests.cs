using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using WorkOrders.Server.Store;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Store;

/// <summary>What the server says of a file that it can't or must not use; and that it leaves the file as it was.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Database => Path.Combine(_folder.Path, "workorders.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database()
    {
        await File.WriteAllTextAsync(Database, string.Concat(Enumerable.Repeat("Inte en databas. ", 1_000)));
        await RefusedAsync("is damaged: ");
    }

    [Fact]
    public async Task A_file_with_a_damaged_page()
    {
        await CreateAsync();
        await using (var file = File.OpenWrite(Database))
        {
            // the pages behind the first, which holds the header
            file.Position = 4096;
            await file.WriteAsync(RandomNumberGenerator.GetBytes(16 * 4096));
        }
        await RefusedAsync("is damaged: ");
    }

    [Fact]
    public async Task A_file_that_was_cut_short()
    {
        await CreateAsync();
        await using (var file = File.OpenWrite(Database))
            file.SetLength(file.Length / 2);
        await RefusedAsync("is damaged: ");
    }

    [Fact]
    public async Task A_log_that_lacks_its_end()
    {
        await CreateAsync();
        Sql("UPDATE log_meta SET head = 7");
        await RefusedAsync("its log ends at revision 0 instead of 7");
    }

    [Fact]
    public async Task A_file_of_a_newer_version()
    {
        await CreateAsync();
        Sql("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0.0')");
        await RefusedAsync("was written by a newer version of the server", "29990101000000_FromTheFuture");
    }

    [Fact]
    public async Task A_file_that_another_program_has_locked()
    {
        await CreateAsync();
        using var other = Open();
        // in WAL mode readers pass a writer by; this keeps everybody out
        Run(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE log_meta SET head = head; COMMIT");
        // not hashed: a process that closes a file gives up all its locks on it, those of SQLite too
        var (exitCode, output) = await ServerProcess.RunToEndAsync(_folder.Path, $"--Data:Folder={_folder.Path}");
        Told(exitCode, output, "is locked by another program");
    }

    [Fact]
    public async Task A_file_that_another_server_has_open()
    {
        await using var first = await TestServer.StartAsync();
        var (exitCode, output) = await ServerProcess.RunToEndAsync(first.Folder, $"--Data:Folder={first.Folder}");
        Told(exitCode, output, "Another server has ");
    }

    [Fact]
    public async Task A_folder_that_is_none()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "");
        var (exitCode, output) = await ServerProcess.RunToEndAsync(_folder.Path, $"--Data:Folder={file}");
        Told(exitCode, output, "can't be used");
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_made()
    {
        await using var server = await TestServer.StartAsync(new() { Settings = { ["Data:Folder"] = Path.Combine(_folder.Path, "a", "b") } });
        Assert.True(File.Exists(Path.Combine(_folder.Path, "a", "b", "workorders.db")));
    }

    [Fact]
    public async Task What_a_killed_migration_has_left_behind_keeps_nobody_from_starting()
    {
        Sql("CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT); INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");
        await using var server = await StartAsync();
        Assert.Equal(10, Services<PhraseBook>(server).All.Count);
    }

    [Fact]
    public async Task The_log_keeps_its_identity_and_a_new_file_gets_another()
    {
        await CreateAsync();
        await using var again = await StartAsync();
        await using var other = await TestServer.StartAsync();
        var (first, second) = (Services<CommittedLog>(again).LogId, Services<CommittedLog>(other).LogId);
        Assert.Equal(first, Scalar("SELECT log_id FROM log_meta"));
        Assert.NotEqual(first, second);
    }

    /// <summary>Starts as a process: what counts is what somebody at a terminal sees.</summary>
    private async Task RefusedAsync(params string[] words)
    {
        SqliteConnection.ClearAllPools();
        var before = await HashAsync();
        var (exitCode, output) = await ServerProcess.RunToEndAsync(_folder.Path, $"--Data:Folder={_folder.Path}");
        Told(exitCode, output, words);
        Assert.Equal(before, await HashAsync());
    }

    private static void Told(int exitCode, string output, params string[] words)
    {
        Assert.Equal(78, exitCode);
        Assert.All(words, word => Assert.Contains(word, output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private async Task CreateAsync() => await (await StartAsync()).DisposeAsync();

    private Task<TestServer> StartAsync() => TestServer.StartAsync(new() { Settings = { ["Data:Folder"] = _folder.Path } });

    private async Task<string> HashAsync()
    {
        await using var file = new FileStream(Database, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Convert.ToHexString(await SHA256.HashDataAsync(file));
    }

    private static T Services<T>(TestServer server) where T : notnull => (T)server.Services.GetService(typeof(T))!;

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Sql(string sql)
    {
        using var connection = Open();
        Run(connection, sql);
    }

    private object? Scalar(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
