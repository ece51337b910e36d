using WorkOrders.Testing;
using WorkOrders.V1;

namespace WorkOrders.Client.Tests;

public sealed class FileCheckpointTests : IDisposable
{
    private static readonly FeedPosition Somewhere = new() { LogId = "3f0c", Revision = 1234 };
    private readonly TempFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "below", "feed.json");

    [Fact]
    public async Task What_was_saved_is_read_by_the_next_run()
    {
        await new FileCheckpoint(File).SaveAsync(Somewhere, default);

        Assert.Equal(Somewhere, await new FileCheckpoint(File).LoadAsync(default));
    }

    [Fact]
    public async Task Before_the_first_position_there_is_none() => Assert.Null(await new FileCheckpoint(File).LoadAsync(default));

    [Fact]
    public async Task A_position_that_was_being_written_when_the_power_went_leaves_the_one_before()
    {
        await new FileCheckpoint(File).SaveAsync(Somewhere, default);
        await System.IO.File.WriteAllTextAsync(File + ".next", "{ \"logId\": \"3f");

        Assert.Equal(Somewhere, await new FileCheckpoint(File).LoadAsync(default));
        await new FileCheckpoint(File).SaveAsync(new FeedPosition { LogId = "3f0c", Revision = 1235 }, default);
        Assert.Equal(1235, (await new FileCheckpoint(File).LoadAsync(default))!.Revision);
    }

    [Fact]
    public async Task A_file_that_holds_something_else_is_not_taken_for_a_new_beginning()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, "my shopping list");

        await Assert.ThrowsAsync<InvalidDataException>(async () => await new FileCheckpoint(File).LoadAsync(default));
        Assert.Equal("my shopping list", await System.IO.File.ReadAllTextAsync(File));
    }

    public void Dispose() => _folder.Dispose();
}
