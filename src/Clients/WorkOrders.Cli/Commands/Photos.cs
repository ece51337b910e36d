namespace WorkOrders.Cli.Commands;

/// <summary>Photos go up before the note that they stand on: it names their ids.</summary>
internal static class Photos
{
    public static async Task<IReadOnlyList<string>> UploadAsync(Session session, long number, string[]? files, CancellationToken stop)
    {
        // all are looked for before the first one goes
        var photos = (files ?? []).Select(file => new FileInfo(file)).ToList();
        if (photos.Find(photo => !photo.Exists) is { } missing)
            throw new UsageException(
                session.Words[$"Filen {missing.FullName} finns inte.", $"There is no file {missing.FullName}."], ExitCode.Usage);

        var ids = new List<string>();
        foreach (var photo in photos)
        {
            await using var file = photo.OpenRead();
            ids.Add(await session.Client.UploadPhotoAsync(number, file, stop));
        }
        return ids;
    }
}
