namespace WorkOrders.Cli.Identity;

/// <summary>The identities that have been signed in on this machine, by the names that were given to them.</summary>
internal sealed record ProfileBook
{
    public string? Current { get; init; }

    public SortedDictionary<string, Profile> Profiles { get; init; } = [];
}
