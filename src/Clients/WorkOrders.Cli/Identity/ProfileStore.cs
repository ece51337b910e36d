using System.Text.Json;

namespace WorkOrders.Cli.Identity;

/// <summary>Keeps the identities in the user's configuration folder, in a file that nobody else can read.</summary>
internal static class ProfileStore
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>AO_CONFIG names another folder, for scripts and tests.</summary>
    public static string FilePath => Path.Combine(
        Environment.GetEnvironmentVariable("AO_CONFIG") is { Length: > 0 } folder ? folder
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "ao"),
        "identities.json");

    public static ProfileBook Load()
    {
        if (!File.Exists(FilePath))
            return new ProfileBook();
        try
        {
            return JsonSerializer.Deserialize<ProfileBook>(File.ReadAllText(FilePath), Form) ?? new ProfileBook();
        }
        catch (JsonException e)
        {
            throw new UsageException($"'{FilePath}' is damaged ({e.Message}). Move it away and sign in again.");
        }
    }

    public static void Save(ProfileBook book)
    {
        var folder = Path.GetDirectoryName(FilePath)!;
        var next = FilePath + ".next";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            // Private from its first byte on: never readable for a moment.
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            File.Delete(next);
        }

        using (var stream = new FileStream(next, options))
            JsonSerializer.Serialize(stream, book, Form);
        File.Move(next, FilePath, overwrite: true);
    }
}
