using System.ComponentModel.DataAnnotations;

namespace WorkOrders.Server.Store;

/// <summary>Where everything that outlives the process lies. Settings: <c>Data</c>.</summary>
internal sealed class DataFolder
{
    /// <summary>The folder; a relative one starts at the content root. Created at the first start.</summary>
    [Required]
    public string Folder { get; set; } = "data";

    /// <summary>Orders, log and accounts: one file, so that one backup holds them all as they were at one instant.</summary>
    public string Database => Path.Combine(Folder, "workorders.db");

    /// <summary>Reckoned from the log: needs no backup, and is made anew if it is missing.</summary>
    public string Figures => Path.Combine(Folder, "figures.db");

    /// <summary>What cookies are protected and tokens are signed with. Secret; needed in a backup, or a restore signs everybody out.</summary>
    public string Keys => Path.Combine(Folder, "keys");

    /// <summary>Beside the database, which says whose they are: both belong in a backup.</summary>
    public string Photos => Path.Combine(Folder, "photos");

    /// <summary>Makes it, for nobody else's eyes, if it isn't there.</summary>
    public void Prepare()
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Folder);
            else Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(Unusable(e));
        }
    }

    public string Unusable(Exception e) =>
        $"{Folder} can't be used: {e.Message} The server must be able to create and write files there; another folder: Data:Folder=<folder>.";
}
